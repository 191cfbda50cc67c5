import { ApplicationFailure, defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { bpmnError } from '../../src/shared/bpmn-error';
import { endOf, type HistoryEvent } from '../../conformance/behaviour/history';

/** Events as a server numbers them; the values are all that is read of their attributes. */
function events(...attributes: Record<string, object>[]): HistoryEvent[] {
  return attributes.map((one, i) => ({ eventId: i + 1, ...one }) as unknown as HistoryEvent);
}
const taskScheduled = { workflowTaskScheduledEventAttributes: {} };
const failed = (error: Error) => ({
  workflowExecutionFailedEventAttributes: {
    failure: defaultFailureConverter.errorToFailure(error, defaultPayloadConverter),
  },
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
