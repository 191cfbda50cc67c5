import { letOthersGoOn } from './let-others-go-on';
import { correlationKey, type CorrelationKey } from './message-triggers';
import { stopIfInterrupted } from './interruption';
import { visit, type Run } from './run';

export interface PublishOptions {
  /** Only waits for the same key take the message. */
  readonly key?: CorrelationKey;
  readonly payload?: unknown;
}

/** One of the things that `throwAll` sends out. */
export type Thrown =
  ({ readonly message: string } & PublishOptions) | { readonly signal: string; readonly payload?: unknown };

export interface ThrowFunctions {
  /**
   * Publishes a message: the oldest wait for it (`published`) with the same key gets it.
   *
   * Before, every branch of the run that can go on reaches its next wait. If this run takes the message and that
   * interrupts the code that published it, nothing after the call is done.
   *
   * Temporal calls: `condition`.
   *
   * @example
   * await publish('Event_Restocked', 'Restocked', { key: vars.sku, payload: { quantity: 5 } });
   */
  publish(id: string, message: string, options?: PublishOptions): Promise<void>;
  /**
   * Broadcasts a signal: everyone who waits for it now hears it.
   *
   * Before, every branch of the run that can go on reaches its next wait. If the signal interrupts the code that
   * broadcast it, nothing after the call is done.
   *
   * Temporal calls: `condition`.
   *
   * @example
   * await broadcast('Event_PricesChanged', 'Prices changed', { since: vars.date });
   */
  broadcast(id: string, signal: string, payload?: unknown): Promise<void>;
  /** Publishes and broadcasts several at one element, one after the other: a multiple event. */
  throwAll(id: string, ...thrown: readonly Thrown[]): Promise<void>;
}

export function throwsIn(run: Run): ThrowFunctions {
  const throwAll = (id: string, ...thrown: readonly Thrown[]) =>
    visit(run, id, async () => {
      await letOthersGoOn(run);
      for (const one of thrown) deliver(run, one);
      stopIfInterrupted();
    });
  return {
    publish: (id, message, options) => throwAll(id, { message, ...options }),
    broadcast: (id, signal, payload) => throwAll(id, { signal, payload }),
    throwAll,
  };
}

function deliver(run: Run, thrown: Thrown): void {
  if ('signal' in thrown) {
    run.signals.deliver(thrown.signal, thrown.payload);
    return;
  }
  const { message: name, payload } = thrown;
  const key = 'key' in thrown ? { key: correlationKey(name, thrown.key) } : {};
  run.mailbox.deliver({ name, payload, ...key });
}
