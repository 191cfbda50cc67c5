/** Something that people may speak of by its id or its name. */
export interface Named {
  readonly id: string;
  readonly name?: string;
  /** Id of the process it is in. */
  readonly process: string;
}

/**
 * Ids of what a scenario calls so: the one with that id, else all with that name. Those of the process that the scenario is
 * about come before others of the diagram.
 */
export function idsOf(called: string, things: readonly Named[], process: string): readonly string[] {
  if (things.some(({ id }) => id === called)) return [called];
  const plain = called.replace(/\s+/g, ' ').trim();
  const named = things.filter(({ name }) => name === plain);
  const own = named.filter((one) => one.process === process);
  return (own.length > 0 ? own : named).map(({ id }) => id);
}

/** Id of the element or flow that a step belongs to which has an id of its own: `Task_Check:start`, a listener, or `Flow_Vip.isVip`, a bean. */
export function hostOf(step: string): string | undefined {
  return /^(.+?):[^:]+$/.exec(step)?.[1] ?? /^(.+)\.[^.]+$/.exec(step)?.[1];
}
