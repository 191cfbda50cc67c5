import { ApplicationFailure, proxyActivities, rootCause } from '@temporalio/workflow';
import { asBpmnError, bpmnError } from '../../../shared/bpmn-error';
import { RUNNER_ACTIVITIES, type ProcessCall, type RunnerActivities } from './names';

/** Stands for a called process: what comes of it is what the scenario says. */
export async function batonStubbedProcess(call: ProcessCall): Promise<unknown> {
  const runner = proxyActivities<RunnerActivities>({
    startToCloseTimeout: '1 minute',
    retry: { maximumAttempts: 1 },
  });
  try {
    return await runner[RUNNER_ACTIVITIES.process](call);
  } catch (error) {
    const thrown = asBpmnError(error);
    if (thrown) throw bpmnError(thrown.code, thrown);
    const cause = (error as Error).cause;
    if (!(cause instanceof ApplicationFailure)) throw error;
    const message = rootCause(error) ?? cause.message;
    throw ApplicationFailure.create({ message, type: cause.type ?? 'Error', nonRetryable: true });
  }
}
