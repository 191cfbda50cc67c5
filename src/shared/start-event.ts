import { START_EVENT_MEMO } from './names';
import type { ProcessSpec, StartEvents } from './process-contract';

/** Ids of the start events of a process, as far as its contract names them. */
export type StartEventOf<P extends ProcessSpec> = P['starts'] extends StartEvents
  ? | Values<P['starts']['messages']>
    | Values<P['starts']['signals']>
    | (keyof P['starts']['timers'] & string)
    | Listed<P['starts']['none']>
    | Listed<P['starts']['conditions']>
  : undefined;
type Listed<Ids> = Ids extends readonly (infer Id)[] ? Id : never;
type Values<Names> = Names extends Readonly<Record<string, infer Id>> ? Id : never;

/** The start events that a contract names. */
export function startEventsOf({ starts = {} }: ProcessSpec): readonly string[] {
  const { none = [], conditions = [], messages = {}, signals = {}, timers = {} } = starts;
  return [
    ...new Set([
      ...none,
      ...conditions,
      ...Object.values(messages),
      ...Object.values(signals),
      ...Object.keys(timers),
    ]),
  ];
}

/** The start event that is meant when nobody says one: the only one, or the only one that is for clients. */
export function defaultStartEvent(process: ProcessSpec): string | undefined {
  const { none = [] } = process.starts ?? {};
  const all = startEventsOf(process);
  if (none.length === 1) return none[0];
  return all.length === 1 ? all[0] : undefined;
}

/** What is wrong with a start at this start event, or at none in particular; undefined if it is fine. */
export function startEventProblem(process: ProcessSpec, given: string | undefined): string | undefined {
  const all = startEventsOf(process);
  const known = all.join(', ');
  if (given !== undefined && !all.includes(given)) {
    return all.length === 0
      ? 'there is only one place to begin at'
      : `there is no '${given}'; known: ${known}`;
  }
  if (given !== undefined || all.length === 0 || defaultStartEvent(process) !== undefined) return undefined;
  return `there are several: say which one is meant by \`startEvent\`: ${known}`;
}

/** The part of a start that says where the process begins. */
export function startEventMemo(startEvent: string | undefined): Record<string, unknown> | undefined {
  return startEvent === undefined ? undefined : { [START_EVENT_MEMO]: startEvent };
}
