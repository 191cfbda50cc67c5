import { workUnderWay, type HistoryEvent } from '../../../src/testing/scenarios/server/history';

/** Events as a server numbers them; the values are all that is read of their attributes. */
function events(...attributes: Record<string, object>[]): HistoryEvent[] {
  return attributes.map((one, i) => ({ eventId: i + 1, ...one }) as unknown as HistoryEvent);
}
const taskScheduled = { workflowTaskScheduledEventAttributes: {} };
const taskCompleted = (scheduledEventId: number) => ({
  workflowTaskCompletedEventAttributes: { scheduledEventId },
});
const activityScheduled = {
  activityTaskScheduledEventAttributes: { activityId: 'a', activityType: { name: 'doIt' } },
};
const timerStarted = { timerStartedEventAttributes: {} };
describe('work under way', () => {
  test('a workflow task and an activity, until they have ended', () => {
    expect(workUnderWay(events(taskScheduled))).toEqual({ busy: 'a workflow task', activities: [] });
    expect(workUnderWay(events(taskScheduled, taskCompleted(1)))).toEqual({ activities: [] });
    const scheduled = [taskScheduled, taskCompleted(1), activityScheduled];
    expect(workUnderWay(events(...scheduled))).toMatchObject({ activities: [{ id: 'a', type: 'doIt' }] });
    const started = { activityTaskStartedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started))).toMatchObject({
      activities: [{ id: 'a', type: 'doIt' }],
    });
    const completed = { activityTaskCompletedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started, completed))).toEqual({ activities: [] });
  });
  test('of two activities, the one that has not ended', () => {
    const completed = { activityTaskFailedEventAttributes: { scheduledEventId: 1 } };
    expect(workUnderWay(events(activityScheduled, activityScheduled, completed))).toMatchObject({
      activities: [{ id: 'a', type: 'doIt' }],
    });
  });
  test('a signal on its way', () => {
    const sent = { signalExternalWorkflowExecutionInitiatedEventAttributes: {} };
    const arrived = { externalWorkflowExecutionSignaledEventAttributes: { initiatedEventId: 1 } };
    expect(workUnderWay(events(sent))).toEqual({ busy: 'a signal to another run', activities: [] });
    expect(workUnderWay(events(sent, arrived))).toEqual({ activities: [] });
  });
  test('a timer is none, nor is what a run that has ended left behind', () => {
    expect(workUnderWay(events(taskScheduled, taskCompleted(1), timerStarted))).toEqual({ activities: [] });
    const end = { workflowExecutionCompletedEventAttributes: {} };
    expect(workUnderWay(events(activityScheduled, end))).toEqual({ activities: [] });
  });
  test('code that throws is stuck', () => {
    const thrown = { workflowTaskFailedEventAttributes: { failure: { message: 'x is not a function' } } };
    expect(workUnderWay(events(taskScheduled, thrown, taskScheduled))).toEqual({
      stuck: 'x is not a function',
      activities: [],
    });
  });
});
