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
const nothing = { activities: [], children: [] };
describe('work under way', () => {
  test('a workflow task and an activity, until they have ended', () => {
    expect(workUnderWay(events(taskScheduled))).toEqual({ ...nothing, busy: 'a workflow task' });
    expect(workUnderWay(events(taskScheduled, taskCompleted(1)))).toEqual(nothing);
    const scheduled = [taskScheduled, taskCompleted(1), activityScheduled];
    expect(workUnderWay(events(...scheduled))).toMatchObject({ activities: [{ id: 'a', type: 'doIt' }] });
    const started = { activityTaskStartedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started))).toMatchObject({
      activities: [{ id: 'a', type: 'doIt' }],
    });
    const completed = { activityTaskCompletedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started, completed))).toEqual(nothing);
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
    expect(workUnderWay(events(sent))).toEqual({ ...nothing, busy: 'a signal to another run' });
    expect(workUnderWay(events(sent, arrived))).toEqual(nothing);
  });
  test('children, from their start until the run has heard of their end', () => {
    const initiated = { startChildWorkflowExecutionInitiatedEventAttributes: {} };
    const workflowExecution = { workflowId: 'child' };
    const started = {
      childWorkflowExecutionStartedEventAttributes: { initiatedEventId: 1, workflowExecution },
    };
    const failed = { childWorkflowExecutionFailedEventAttributes: { initiatedEventId: 1 } };
    expect(workUnderWay(events(initiated))).toEqual({ ...nothing, busy: 'the start of a child' });
    expect(workUnderWay(events(initiated, started))).toEqual({ ...nothing, children: ['child'] });
    expect(workUnderWay(events(initiated, started, failed))).toEqual(nothing);
  });
  test('a timer is none, nor is what a run that has ended left behind', () => {
    expect(workUnderWay(events(taskScheduled, taskCompleted(1), timerStarted))).toEqual(nothing);
    const end = { workflowExecutionCompletedEventAttributes: {} };
    expect(workUnderWay(events(activityScheduled, end))).toEqual(nothing);
  });
  test('code that throws is stuck', () => {
    const thrown = { workflowTaskFailedEventAttributes: { failure: { message: 'x is not a function' } } };
    expect(workUnderWay(events(taskScheduled, thrown, taskScheduled))).toEqual({
      ...nothing,
      stuck: 'x is not a function',
    });
  });
});
