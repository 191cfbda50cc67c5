import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';
import { armable } from './armable';
import { begin, visit, type Run } from './run';
import { othersThan, rememberedStart, startedBy } from './start-event';
import type { Claim } from './signals';
import type { CompositeTrigger, Lazily, Made, PayloadOf, Trigger } from './triggers';
import { watch } from './watch';

type Triggers = Readonly<Record<string, Lazily<Trigger>>>;

/** The event that came first: its id and, for a message or signal, its payload. */
export type FirstOf<T extends Triggers> = {
  readonly [Id in keyof T & string]: { readonly id: Id; readonly payload: PayloadOf<Made<T[Id]>> };
}[keyof T & string];

export interface WaitFunctions {
  /**
   * Waits for one event; resolves to the payload if it is a message or signal. The event that started the run has
   * happened already, and what came with it is the run's input: the first wait for it is over at once.
   *
   * Temporal calls: `sleep` for timers, `condition` for everything else.
   *
   * @example
   * const { quantity } = await wait('Event_Restocked', message('Restocked', sku));
   */
  wait<T extends Lazily<Trigger>>(id: string, trigger: T): Promise<PayloadOf<Made<T>>>;
  /**
   * At a start event of several events that start a process together: waits for those that have not started the run;
   * resolves to what they bring in one object. What the first one brought is the run's input. A run that a client or
   * another run has started there has everything it needs, and waits for nothing.
   *
   * Temporal calls: `sleep` for timers, `condition` for everything else.
   *
   * @example
   * await waitForOthers('Start_Both', allOf(published('Ordered', order), published('Paid', order)));
   */
  waitForOthers(id: string, all: Lazily<CompositeTrigger>): Promise<PayloadOf<CompositeTrigger> | undefined>;
  /**
   * Waits for the first of several events, as an event-based gateway does. The winner's message is taken in the same
   * step as the decision; the others consume nothing and are called off.
   *
   * Temporal calls: `sleep` for timers, `condition`, one `CancellationScope`.
   *
   * @example
   * const event = await firstOf({ Restocked: message('Restocked', sku), GiveUp: timer('P7D') });
   * if (event.id === 'GiveUp') return end('Gave up');
   *
   * @param happened - the event that came first in an earlier run, for one that goes on behind it (see `turn`): nothing is
   *   waited for, and there is no payload, for what was done with it is skipped as well
   */
  firstOf<const T extends Triggers>(triggers: T, happened?: (keyof T & string) | false): Promise<FirstOf<T>>;
}

export function waitsIn(run: Run): WaitFunctions {
  const started = rememberedStart();
  /** Whether it is the event that started the run, which has come to it for the first time; parts of a run come later. */
  const hasHappened = (id: string) =>
    id === started && run.progress.timesEntered(id) === 1 && run.continuation.part === undefined;
  return {
    wait: <T extends Lazily<Trigger>>(id: string, trigger: T) =>
      visit(run, id, async () => {
        if (hasHappened(id)) return undefined as PayloadOf<Made<T>>;
        return (await first(run, { [id]: trigger })).payload as PayloadOf<Made<T>>;
      }),
    waitForOthers: (id, all) =>
      visit(run, id, async () => {
        const started = startedBy();
        if (!started) return undefined;
        const others =
          typeof all === 'function' ? async () => othersThan(started, await all()) : othersThan(started, all);
        return (await first(run, { [id]: others })).payload as PayloadOf<CompositeTrigger> | undefined;
      }),
    firstOf: async <const T extends Triggers>(triggers: T, happened: (keyof T & string) | false = false) => {
      if (happened !== false) return { id: happened, payload: undefined } as FirstOf<T>;
      begin(run);
      const awaiting = run.progress.await(Object.keys(triggers));
      try {
        const winner = await first(run, triggers);
        run.progress.pass(winner.id);
        return winner as FirstOf<T>;
      } finally {
        awaiting.over();
      }
    },
  };
}

async function first(run: Run, triggers: Triggers): Promise<{ id: string; payload: unknown }> {
  const ready = armable(
    run,
    Object.entries(triggers).map(([id, trigger]) => ({ id, trigger })),
  );
  const events = ready instanceof Promise ? await ready : ready;
  let winner: { id: string; payload: unknown } | undefined;
  let failed: { error: unknown } | undefined;
  const scope = new CancellationScope();
  const watches: Promise<void>[] = [];
  for (const { id, trigger } of events) {
    const claim: Claim = (take) => {
      winner ??= { id, payload: take() };
      return false;
    };
    const watching = scope.run(() => watch(run, trigger, id, claim));
    watches.push(
      watching.catch((error: unknown) => {
        if (!isCancellation(error)) failed ??= { error };
      }),
    );
  }
  try {
    await condition(() => winner !== undefined || failed !== undefined);
  } finally {
    scope.cancel();
    await Promise.all(watches);
  }
  if (winner === undefined) throw failed?.error;
  return winner;
}
