import { workflowInfo } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { START_EVENT_MEMO } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import { defaultStartEvent, startEventProblem } from '../shared/start-event';
import { failure } from './failures';

/** What started the run, if something said so that knew of several possibilities. */
export function rememberedStart(): string | undefined {
  const remembered = workflowInfo().memo?.[START_EVENT_MEMO];
  return typeof remembered === 'string' ? remembered : undefined;
}

/** The start event at which this run began: what started it says so in the memo. Temporal calls: `workflowInfo`. */
export function startEventOfRun(process: ProcessSpec): string | undefined {
  const given = rememberedStart();
  const problem = startEventProblem(process, given);
  if (problem !== undefined) {
    throw failure(FailureType.InvalidInput, `Start event of ${process.type}: ${problem}.`);
  }
  return given ?? defaultStartEvent(process);
}
