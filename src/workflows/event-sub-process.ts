import type { WatchedEvent } from './event-watch';
import type { CompensationTrigger, ErrorTrigger, EscalationTrigger, TechnicalFailureTrigger } from './thrown';
import type { Lazily, Made, Trigger } from './triggers';

/** What a scope does when an event happens in it, under the id of the start event. */
export interface EventHandler {
  readonly on:
    Lazily<Trigger> | ErrorTrigger | TechnicalFailureTrigger | EscalationTrigger | CompensationTrigger;
  /** Whether it ends what runs in the scope; default true, as in BPMN. Errors always do. */
  readonly interrupting?: boolean;
  readonly run: () => Promise<unknown>;
}

export type EventSubProcesses = Readonly<Record<string, EventHandler>>;

/** What a scope may resolve to besides the result of its body. */
export type ResultOf<E extends EventSubProcesses> = {
  [Id in keyof E]: E[Id] extends { readonly interrupting: false } | { readonly on: CompensationTrigger }
    ? never
    : Awaited<ReturnType<E[Id]['run']>>;
}[keyof E];

export interface EventSubProcess extends WatchedEvent {
  readonly trigger: Made<EventHandler['on']>;
  readonly run: () => Promise<unknown>;
}

/** One whose trigger may still have to be made. */
export type UnarmedEventSubProcess = Omit<EventSubProcess, 'trigger'> & {
  readonly trigger: EventHandler['on'];
};

export function eventSubProcess([id, handler]: readonly [string, EventHandler]): UnarmedEventSubProcess {
  const { on: trigger, interrupting = true, run } = handler;
  return { id, trigger, interrupting, run };
}
