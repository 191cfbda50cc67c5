/** Ids of messages that have come, with how long they are remembered, in the order in which they came. */
export type Seen = readonly (readonly [id: string, until: number])[];

/** Besides those of messages that wait. */
const LATEST = 10_000;

/**
 * What of it goes on to the next run of a mailbox: all of it would not fit in, where there are tens of thousands within an
 * hour, and the mailbox could not go on.
 */
export function remembered(seen: Seen, messages: readonly { readonly id: string }[]): Seen {
  const waiting = new Set(messages.map(({ id }) => id));
  const first = seen.length - LATEST;
  return seen.filter(([id], place) => place >= first || waiting.has(id));
}
