import { ApplicationFailure, defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import { bpmnError } from '../../../src/shared/bpmn-error';
import { endOf } from '../../../src/testing/scenarios/run/observed';
import type { HistoryEvent } from '../../../src/testing/scenarios/server/history';

/** The last event of a history; the values are all that is read of its attributes. */
const event = (attributes: Record<string, object>) => attributes as HistoryEvent;
const failed = (error: Error) =>
  event({
    workflowExecutionFailedEventAttributes: {
      failure: defaultFailureConverter.errorToFailure(error, defaultPayloadConverter),
    },
  });

describe('how a run ended', () => {
  test('waiting, completed, cancelled, failed', () => {
    expect(endOf(event({ workflowTaskScheduledEventAttributes: {} }), {})).toMatchObject({
      status: 'waiting',
    });
    expect(endOf(event({ workflowExecutionCompletedEventAttributes: {} }), {})).toMatchObject({
      status: 'completed',
    });
    expect(endOf(event({ workflowExecutionCanceledEventAttributes: {} }), {})).toMatchObject({
      status: 'cancelled',
    });
    const error = ApplicationFailure.nonRetryable('no flow', 'NoFlowTaken');
    expect(endOf(failed(error), {})).toMatchObject({
      status: 'failed',
      failure: { code: undefined, type: 'NoFlowTaken', message: 'no flow' },
    });
  });
  test('a BPMN error has a code', () => {
    expect(endOf(failed(bpmnError('ERR-1')), {})).toMatchObject({
      status: 'failed',
      failure: { code: 'ERR-1' },
    });
  });
});
