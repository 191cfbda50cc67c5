import { CancellationScope } from '@temporalio/workflow';
import { resumable } from './incidents';
import { checkedFields } from './failures';
import { letOthersGoOn } from './let-others-go-on';
import { correlationKey, type CorrelationKey } from './message-triggers';
import { stopIfInterrupted } from './interruption';
import { visit, type Run } from './run';

export interface PublishOptions {
  /** Only waits for the same key take the message. */
  readonly key?: CorrelationKey;
  readonly payload?: unknown;
  /** How long it waits for its receiver, in milliseconds; default: one hour. */
  readonly timeToLive?: number;
}

/** One of the things that `throwAll` sends out. */
export type Thrown =
  ({ readonly message: string } & PublishOptions) | { readonly signal: string; readonly payload?: unknown };

export interface ThrowFunctions {
  /**
   * Publishes a message: the oldest wait for it (`published`) with the same key gets it: one of this
   * run, else one of any run of the deployment; else a process that the message starts; else it is kept for a wait to come.
   *
   * Before, every branch of the run that can go on reaches its next wait. If this run takes the message and that
   * interrupts the code that published it, nothing after the call is done.
   *
   * Temporal calls: `condition`; the activity `baton.publish` unless this run takes it.
   *
   * @example
   * await publish('Event_Restocked', 'Restocked', { key: vars.sku, payload: { quantity: 5 } });
   */
  publish(id: string, message: string, options?: PublishOptions): Promise<void>;
  /**
   * Broadcasts a signal: everyone in the deployment who waits for it now hears it, and processes that it starts are
   * started.
   *
   * Before, every branch of the run that can go on reaches its next wait. If the signal interrupts the code that
   * broadcast it, nothing after the call is done.
   *
   * Temporal calls: `condition`, the activity `baton.broadcast`.
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
    visit(run, id, async (key) => {
      for (const [i, one] of thrown.entries()) {
        await letOthersGoOn(run);
        await ('signal' in one ? broadcast(run, one, `${key}.${i}`) : send(run, id, one, `${key}.${i}`));
        stopIfInterrupted();
      }
    });
  return {
    publish: (id, message, options) => throwAll(id, { message, ...options }),
    broadcast: (id, signal, payload) => throwAll(id, { signal, payload }),
    throwAll,
  };
}

type ThrownMessage = Extract<Thrown, { message: string }>;

/** What goes wrong with a message is its correlation key. */
function send(run: Run, element: string, thrown: ThrownMessage, id: string): Promise<void> {
  const { message, ...options } = thrown;
  const step = { element, kind: 'message', input: () => options } as const;
  return resumable(run, step, (edited) =>
    publish(run, element, { message, ...(edited as PublishOptions) }, id),
  );
}

/** A message has one receiver: in this run, else outside. On its way there it cannot be called back. */
async function publish(run: Run, element: string, thrown: ThrownMessage, id: string): Promise<void> {
  const { message: name, payload, timeToLive } = thrown;
  const key = 'key' in thrown ? correlationKey(name, thrown.key, element) : undefined;
  if (run.mailbox.publish({ name, payload, ...(key !== undefined && { key }) })) return;
  const lasting = timeToLive === undefined ? {} : { timeToLive };
  await CancellationScope.nonCancellable(() => run.outside.publish(name, key, { id, payload, ...lasting }));
}

/** A signal goes to all, also if one of them interrupts what broadcasts it. */
async function broadcast(run: Run, thrown: Extract<Thrown, { signal: string }>, id: string): Promise<void> {
  const { signal: name, payload } = thrown;
  run.signals.deliver(name, checkedFields(run.process.broadcasts?.[name], payload, `signal '${name}'`));
  await CancellationScope.nonCancellable(() => run.outside.broadcast(name, id, payload));
}
