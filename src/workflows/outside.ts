import { CancellationScope, getExternalWorkflowHandle, workflowInfo } from '@temporalio/workflow';
import type { OpenSubscription, OutsideState } from '../shared/continuation';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  type MessageAddress,
  type MessageSubscription,
  type PublishedMessage,
  type RunAddress,
} from '../shared/delivery';
import { FailureType } from '../shared/errors';
import { oversize } from '../shared/payload-size';
import { deploymentOf, type ProcessSpec } from '../shared/process-contract';
import { deliveryActivities } from './built-in/activities';
import { failure } from './failures';
import { allIsSaid, lastWords } from './last-words';

/** A wait that others are told of. */
export interface Entry {
  /** Rejects if they cannot be. */
  readonly entered: Promise<unknown>;
  /** The wait is over. */
  readonly end: () => Promise<unknown> | undefined;
}

export interface Subscription extends Entry {
  readonly id: string;
  /** The wait is over, and the mailbox knows already. */
  readonly forget: () => void;
}

/**
 * A run's dealings with the mailboxes and registries outside. What it asks them for goes on when the wait that needed
 * it has been called off, so that they hear of that too: beside the run, which waits for it only before it ends.
 */
export class Outside {
  readonly #lastWords = lastWords();
  #subscriptions: number;
  /** Open subscriptions, and the mailbox of each as soon as it is known. */
  readonly #subscribed = new Map<string, { name: string; key?: string; mailbox?: string }>();
  /** Signals that are listened to: by how many waits, and in which registry. */
  readonly #listened = new Map<
    string,
    { waits: number; readonly registry: Promise<string>; where?: string }
  >();
  /** What the run that this one follows waited for, until it is waited for again. */
  readonly #earlier: { messages: readonly OpenSubscription[]; readonly signals: Map<string, string> };
  /** Signals that were listened to: when their registries know that this is over. */
  readonly #left = new Map<string, Promise<void>>();
  #goesOn = false;

  constructor(
    private readonly process: ProcessSpec,
    { subscriptions, messages, signals }: OutsideState = { subscriptions: 0, messages: [], signals: [] },
  ) {
    this.#subscriptions = subscriptions;
    this.#earlier = { messages, signals: new Map(signals.map(({ name, registry }) => [name, registry])) };
  }

  /** Whether everyone who was asked has answered, so that there is a state to go on from. */
  get isAtRest(): boolean {
    return (
      [...this.#subscribed.values()].every(({ mailbox }) => mailbox !== undefined) &&
      [...this.#listened.values()].every(({ where }) => where !== undefined)
    );
  }

  /** Whether something is yet to be said to others, or to be heard of them, before the run may go on or end. */
  get isTelling(): boolean {
    return this.#lastWords !== undefined && this.#lastWords.size > 0;
  }

  async allIsSaid(): Promise<void> {
    if (this.#lastWords) await allIsSaid(this.#lastWords);
  }

  /** From now on nobody is told that this run waits no more: the one that follows does. */
  goOn(): void {
    this.#goesOn = true;
  }

  get state(): OutsideState {
    return {
      subscriptions: this.#subscriptions,
      messages: [...this.#subscribed].map(([id, { mailbox = '', ...what }]) => ({ id, mailbox, ...what })),
      signals: [...this.#listened].map(([name, { where = '' }]) => ({ name, registry: where })),
    };
  }

  subscribe(name: string, key: string | undefined): Subscription {
    const earlier = this.#earlier.messages.find((one) => one.name === name && one.key === key);
    this.#earlier.messages = this.#earlier.messages.filter((one) => one !== earlier);
    const id = earlier?.id ?? `${name}#${++this.#subscriptions}`;
    const subscription: MessageSubscription = { ...this.#run, id };
    const mailbox = earlier
      ? Promise.resolve(earlier.mailbox)
      : shielded(() =>
          deliveryActivities()[DELIVERY_ACTIVITIES.subscribe](this.#address(name, key), subscription),
        );
    const open: { name: string; key?: string; mailbox?: string } = {
      name,
      ...(key !== undefined && { key }),
    };
    this.#subscribed.set(id, open);
    note(mailbox, (where) => (open.mailbox = where));
    return {
      id,
      entered: mailbox,
      forget: () => void this.#subscribed.delete(id),
      end: () => {
        if (this.#goesOn) return undefined;
        this.#subscribed.delete(id);
        return this.#beside(tell(mailbox, DELIVERY_SIGNALS.unsubscribe, subscription));
      },
    };
  }

  async publish(name: string, key: string | undefined, message: PublishedMessage): Promise<void> {
    mustBeSendable(`message '${name}'`, message.payload);
    const unique = { ...message, id: `${workflowInfo().firstExecutionRunId}/${message.id}` };
    await deliveryActivities()[DELIVERY_ACTIVITIES.publish](this.#address(name, key), unique);
  }

  /**
   * @param begins - whether it is waited for where the process begins
   */
  listen(name: string, { begins }: { readonly begins: boolean }): Entry {
    const earlier = this.#earlier.signals.get(name);
    this.#earlier.signals.delete(name);
    const entry: { waits: number; readonly registry: Promise<string>; where?: string } = this.#listened.get(
      name,
    ) ?? {
      waits: 0,
      registry:
        earlier === undefined ? shielded(() => this.#register(name, begins)) : Promise.resolve(earlier),
    };
    note(entry.registry, (where) => (entry.where = where));
    entry.waits += 1;
    this.#listened.set(name, entry);
    const end = () => {
      if (this.#goesOn) return undefined;
      entry.waits -= 1;
      if (entry.waits > 0) return undefined;
      this.#listened.delete(name);
      const left = tell(entry.registry, DELIVERY_SIGNALS.unsubscribe, this.#run);
      this.#left.set(name, left);
      return this.#beside(left);
    };
    return { entered: entry.registry, end };
  }

  /** The registry knows the run, not its waits: what is over must not end what has begun since. */
  async #register(name: string, begins: boolean): Promise<string> {
    await this.#left.get(name);
    return deliveryActivities()[DELIVERY_ACTIVITIES.listen](
      { deployment: this.#deployment, name },
      { ...this.#run, ...(begins && { begins: workflowInfo().workflowType }) },
    );
  }

  /** Without interceptors nobody would wait for it at the end, so the wait itself does. */
  #beside(words: Promise<unknown>): Promise<unknown> | undefined {
    if (!this.#lastWords) return words;
    this.#lastWords.add(words);
    void words.finally(() => this.#lastWords?.delete(words));
    return undefined;
  }

  async broadcast(name: string, id: string, payload: unknown): Promise<void> {
    mustBeSendable(`signal '${name}'`, payload);
    const { firstExecutionRunId, workflowId: from } = workflowInfo();
    const broadcast = { id: `${firstExecutionRunId}/${id}`, name, payload, from };
    await deliveryActivities()[DELIVERY_ACTIVITIES.broadcast](
      { deployment: this.#deployment, name },
      broadcast,
    );
  }

  get #deployment(): string {
    return deploymentOf(this.process, workflowInfo().taskQueue);
  }

  get #run(): RunAddress {
    const { workflowId, firstExecutionRunId } = workflowInfo();
    return { workflowId, firstRunId: firstExecutionRunId };
  }

  #address(name: string, key: string | undefined): MessageAddress {
    return { deployment: this.#deployment, name, ...(key !== undefined && { key }) };
  }
}

/** What could not be had is nobody's matter here: those who need it hear of it. */
function note<T>(promise: Promise<T>, take: (value: T) => void): void {
  promise.then(take, () => undefined);
}

function mustBeSendable(subject: string, payload: unknown): void {
  const tooLarge = oversize(payload);
  if (tooLarge !== undefined)
    throw failure(FailureType.LimitExceeded, `The ${subject} is too large: ${tooLarge}.`);
}

function shielded<T>(work: () => Promise<T>): Promise<T> {
  const promise = CancellationScope.nonCancellable(work);
  promise.catch(() => undefined); // the run has ended before
  return promise;
}

/** One that is not there any more has nothing to hear; nor has one that was never reached. */
async function tell(where: Promise<string>, signal: string, what: unknown): Promise<void> {
  await shielded(async () => getExternalWorkflowHandle(await where).signal(signal, what)).catch(
    () => undefined,
  );
}
