import { ActivityFailure, ApplicationFailure, ChildWorkflowFailure, RetryState } from '@temporalio/common';
import { asBpmnError, bpmnError } from '../../src/shared/bpmn-error';

test('a BPMN error is a benign failure that is never retried', () => {
  const failure = bpmnError('CARD_DECLINED', { message: 'The bank said no', variables: { limit: 5 } });
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({ type: 'BpmnError', nonRetryable: true, category: 'BENIGN' });
  expect(failure.message).toBe('The bank said no');
  expect(asBpmnError(failure)).toEqual({
    code: 'CARD_DECLINED',
    message: 'The bank said no',
    variables: { limit: 5 },
  });
});

test('the code is the message where none is given', () => {
  expect(asBpmnError(bpmnError('E1'))).toEqual({ code: 'E1', message: 'E1', variables: {} });
});

test('it is found at any depth of the cause chain', () => {
  const activity = new ActivityFailure(
    'failed',
    'chargeCard',
    'Task_Charge#1',
    RetryState.NON_RETRYABLE_FAILURE,
    'worker',
    bpmnError('E2'),
  );
  const execution = { workflowId: 'child', runId: 'r' };
  const child = new ChildWorkflowFailure(
    'default',
    execution,
    'child',
    RetryState.NON_RETRYABLE_FAILURE,
    activity,
  );
  expect(asBpmnError(child)?.code).toBe('E2');
});

test('technical failures, foreign values and circular causes are not BPMN errors', () => {
  const circular = new Error('round');
  circular.cause = circular;
  for (const error of [
    ApplicationFailure.nonRetryable('no', 'BpmnError', { code: 'E' }),
    circular,
    'E',
    undefined,
  ]) {
    expect(asBpmnError(error)).toBeUndefined();
  }
});
