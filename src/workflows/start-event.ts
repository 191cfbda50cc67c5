import { workflowInfo } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import type { StartTrigger } from '../shared/delivery';
import { START_EVENT_MEMO, START_TRIGGER_MEMO, TIMER_MEMO } from '../shared/names';
import type { ProcessSpec } from '../shared/process-contract';
import { defaultStartEvent, startEventProblem } from '../shared/start-event';
import { failure } from './failures';
import type { CompositeTrigger, Trigger } from './triggers';

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

/** What started a run, as its memo says it. */
type Started = StartTrigger | { readonly kind: 'timer'; readonly spec: string };

/**
 * The message, signal or timer that started this run; undefined if a client or a call did. Temporal calls:
 * `workflowInfo`.
 */
export function startedBy(): Started | undefined {
  const { memo } = workflowInfo();
  const timer = memo?.[TIMER_MEMO];
  return typeof timer === 'string'
    ? { kind: 'timer', spec: timer }
    : (memo?.[START_TRIGGER_MEMO] as StartTrigger | undefined);
}

/** What is left to wait for when one of several triggers has started the run. */
export function othersThan(started: Started, { kind, triggers }: CompositeTrigger): Trigger {
  const first = triggers.findIndex((trigger) => isSame(trigger, started));
  const others = triggers.filter((_, i) => i !== first);
  const [only, ...more] = others;
  return only && more.length === 0 ? only : { kind, triggers: others };
}

function isSame(trigger: Trigger, started: Started): boolean {
  if (trigger.kind === 'timer') return started.kind === 'timer' && trigger.spec === started.spec;
  const isNamed = trigger.kind === 'message' || trigger.kind === 'signal';
  return isNamed && trigger.kind === started.kind && trigger.name === started.name;
}
