import { asBpmnError } from '../shared/bpmn-error';
import type { Run } from './run';
import { catching, type ErrorTrigger } from './thrown';

interface ErrorEvent {
  readonly id: string;
  readonly trigger: ErrorTrigger | { readonly kind: string };
}

/**
 * The event that catches an error, if it is a BPMN error and there is one. The error's variables become variables of
 * the process.
 */
export function catchError<Event extends ErrorEvent>(
  run: Run,
  error: unknown,
  events: readonly Event[],
): Event | undefined {
  const bpmn = asBpmnError(error);
  if (!bpmn) return undefined;
  const entries = events.flatMap((event) => {
    const { trigger } = event;
    return isErrorTrigger(trigger) ? [{ event, ...trigger }] : [];
  });
  const entry = catching(entries, 'error', bpmn.code);
  if (!entry) return undefined;
  run.progress.pass(entry.event.id);
  Object.assign(run.vars, bpmn.variables);
  entry.caught?.(bpmn);
  return entry.event;
}

function isErrorTrigger(trigger: ErrorEvent['trigger']): trigger is ErrorTrigger {
  return trigger.kind === 'error';
}
