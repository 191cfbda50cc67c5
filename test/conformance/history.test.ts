import { ApplicationFailure, defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { bpmnError } from '../../src/shared/bpmn-error';
import { endOf, workUnderWay, type HistoryEvent } from '../../conformance/behaviour/history';

/** Events as a server numbers them; the values are all that is read of their attributes. */
function events(...attributes: Record<string, object>[]): HistoryEvent[] {
  return attributes.map((one, i) => ({ eventId: i + 1, ...one }) as unknown as HistoryEvent);
}
const taskScheduled = { workflowTaskScheduledEventAttributes: {} };
const taskCompleted = (scheduledEventId: number) => ({
  workflowTaskCompletedEventAttributes: { scheduledEventId },
});
const activityScheduled = { activityTaskScheduledEventAttributes: {} };
const timerStarted = { timerStartedEventAttributes: {} };
const failed = (error: Error) => ({
  workflowExecutionFailedEventAttributes: {
    failure: defaultFailureConverter.errorToFailure(error, defaultPayloadConverter),
  },
});

describe('work under way', () => {
  test('a workflow task and an activity, until they have ended', () => {
    expect(workUnderWay(events(taskScheduled))).toEqual({ busy: 'a workflow task' });
    expect(workUnderWay(events(taskScheduled, taskCompleted(1)))).toEqual({});
    const scheduled = [taskScheduled, taskCompleted(1), activityScheduled];
    expect(workUnderWay(events(...scheduled))).toEqual({ busy: 'an activity' });
    const started = { activityTaskStartedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started))).toEqual({ busy: 'an activity' });
    const completed = { activityTaskCompletedEventAttributes: { scheduledEventId: 3 } };
    expect(workUnderWay(events(...scheduled, started, completed))).toEqual({});
  });
  test('of two activities, the one that has not ended', () => {
    const completed = { activityTaskFailedEventAttributes: { scheduledEventId: 1 } };
    expect(workUnderWay(events(activityScheduled, activityScheduled, completed))).toEqual({
      busy: 'an activity',
    });
  });
  test('a signal on its way', () => {
    const sent = { signalExternalWorkflowExecutionInitiatedEventAttributes: {} };
    const arrived = { externalWorkflowExecutionSignaledEventAttributes: { initiatedEventId: 1 } };
    expect(workUnderWay(events(sent))).toEqual({ busy: 'a signal to another run' });
    expect(workUnderWay(events(sent, arrived))).toEqual({});
  });
  test('a timer is none, nor is what a run that has ended left behind', () => {
    expect(workUnderWay(events(taskScheduled, taskCompleted(1), timerStarted))).toEqual({});
    const end = { workflowExecutionCompletedEventAttributes: {} };
    expect(workUnderWay(events(activityScheduled, end))).toEqual({});
  });
  test('code that throws is stuck', () => {
    const thrown = { workflowTaskFailedEventAttributes: { failure: { message: 'x is not a function' } } };
    expect(workUnderWay(events(taskScheduled, thrown, taskScheduled))).toEqual({
      stuck: 'x is not a function',
    });
  });
});

describe('the end', () => {
  test('running, completed, failed', () => {
    expect(endOf(events(taskScheduled))).toEqual({ status: 'running' });
    expect(endOf(events({ workflowExecutionCompletedEventAttributes: {} }))).toEqual({ status: 'completed' });
    const error = ApplicationFailure.nonRetryable('no flow', 'NoFlowTaken');
    expect(endOf(events(failed(error)))).toEqual({ status: 'failed', failure: 'no flow' });
  });
  test('a BPMN error has a code', () => {
    expect(endOf(events(failed(bpmnError('ERR-1'))))).toMatchObject({ status: 'failed', errorCode: 'ERR-1' });
  });
});
