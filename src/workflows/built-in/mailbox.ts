import { condition, continueAsNew, defineSignal, log, setHandler } from '@temporalio/workflow';
import {
  DEFAULT_TIME_TO_LIVE,
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  startedRunId,
  type StartCandidate,
  type MessageAddress,
  type MessageSubscription,
  type PublishedMessage,
} from '../../shared/delivery';
import { oversize } from '../../shared/payload-size';
import { deliveryActivities } from './activities';
import { comesTrueIn, ring } from './alarm';
import { isLong } from './length';
import { remembered, type Seen } from './remembered';
import { findStarts } from './starts';

/** What a mailbox keeps, also when it continues as new. Times are milliseconds since the epoch. */
export interface MailboxState {
  readonly subscriptions: readonly MessageSubscription[];
  readonly messages: readonly (PublishedMessage & { readonly expires: number })[];
  readonly seen: Seen;
}

const NOTHING: MailboxState = { subscriptions: [], messages: [], seen: [] };

/** A run that does not answer, because it has no worker, must not keep the messages for others. */
const PATIENCE = 10_000;

/**
 * How long it waits before it looks whether the run is still open that keeps it from starting the next one: twice as long
 * each time. A run that ends says so; one that is terminated cannot.
 */
const LOOKS = { first: 1_000, last: 60_000 };

/**
 * Messages that are on their way at a time: Temporal bounds the activities that a workflow waits for, and a thousand orders
 * that come at once are to start a process each.
 */
const AT_ONCE = 500;

/** Stands among what is under way for the start of a process. */
const STARTING = Symbol('starting');

type Waiting = MailboxState['messages'][number];

/**
 * The mailbox of one message name and correlation key in one deployment: it brings waits and messages together. Each
 * message goes to the oldest wait that takes it, else starts a process that the message starts, else it is kept until its
 * time to live is over. A wait answers an offer in one step with its decision, so a message is taken exactly once.
 *
 * It is there only while there is something in it, and continues as new before its history gets long.
 */
export async function batonMailbox(address: MessageAddress, before: MailboxState = NOTHING): Promise<void> {
  const mailbox = new OpenMailbox(address, before);
  setHandler(defineSignal<[MessageSubscription]>(DELIVERY_SIGNALS.subscribe), (one) =>
    mailbox.subscribe(one),
  );
  setHandler(defineSignal<[MessageSubscription]>(DELIVERY_SIGNALS.unsubscribe), (one) =>
    mailbox.unsubscribe(one),
  );
  setHandler(defineSignal<[PublishedMessage]>(DELIVERY_SIGNALS.publish), (message) =>
    mailbox.publish(message),
  );
  setHandler(defineSignal(DELIVERY_SIGNALS.ended), () => mailbox.lookAgain());
  while (!mailbox.isEmpty) {
    if (isLong() && (await mailbox.comesToRest()) && !isTooLarge(mailbox.state))
      await continueAsNew<typeof batonMailbox>(address, mailbox.state);
    await mailbox.work();
  }
}

class OpenMailbox {
  #subscriptions: readonly MessageSubscription[];
  #messages: readonly Waiting[];
  readonly #seen: Map<string, number>;
  /** Ids of messages, and waits, for which an answer is awaited. */
  readonly #moving = new Set<unknown>();
  #underWay = 0;
  /** Messages for which no process was found that they start. */
  readonly #unstartable = new Set<string>();
  /** A run for the key is open that a message has started: when to look whether it still is, and after what pause. */
  #busy: { readonly until: number; readonly pause: number } | undefined;
  /** How often it has heard that such a run has ended. */
  #ended = 0;
  /** When it is to look after what expires. */
  #alarm: number | undefined;
  /** Something has changed since it was last looked at. */
  #changed = true;

  constructor(
    private readonly address: MessageAddress,
    { subscriptions, messages, seen }: MailboxState,
  ) {
    this.#subscriptions = subscriptions;
    this.#messages = messages;
    this.#seen = new Map(seen);
  }

  get state(): MailboxState {
    const seen = remembered([...this.#seen], this.#messages);
    return { subscriptions: this.#subscriptions, messages: this.#messages, seen };
  }

  get isEmpty(): boolean {
    return this.#subscriptions.length + this.#messages.length + this.#seen.size + this.#moving.size === 0;
  }

  /** Begins nothing, and waits for the answers that are awaited, though not for ever. */
  comesToRest(): Promise<boolean> {
    return comesTrueIn(PATIENCE, () => this.#moving.size === 0);
  }

  /** A wait that is entered again, by an activity that was tried twice, keeps its place. */
  subscribe(subscription: MessageSubscription): void {
    if (this.#subscriptions.some((one) => isSame(one, subscription))) return;
    this.#subscriptions = [...this.#subscriptions, subscription];
    this.#changed = true;
  }

  unsubscribe(subscription: MessageSubscription): void {
    this.#subscriptions = this.#subscriptions.filter((one) => !isSame(one, subscription));
    this.#changed = true;
  }

  publish(message: PublishedMessage): void {
    if (this.#seen.has(message.id)) return;
    const expires = Date.now() + (message.timeToLive ?? DEFAULT_TIME_TO_LIVE);
    this.#seen.set(message.id, Math.max(expires, Date.now() + DEFAULT_TIME_TO_LIVE));
    this.#messages = [...this.#messages, { ...message, expires }];
    this.#changed = true;
  }

  /** The run has ended that kept messages from starting the next one. */
  lookAgain(): void {
    this.#ended += 1;
    this.#busy = undefined;
    this.#changed = true;
  }

  /** Begins what can be begun, then waits until there may be more to do. */
  async work(): Promise<void> {
    this.#changed = false;
    this.#expire();
    for (const message of this.#messages) {
      if (this.#underWay >= AT_ONCE) break;
      if (this.#moving.has(message.id)) continue;
      const next = this.#subscriptions.find((one) => !this.#moving.has(one));
      if (next) this.#begin([message.id, next], () => this.#offer(message, next));
      // A wait that is being asked may decline; until then the message goes nowhere else.
      else if (this.#subscriptions.length === 0 && !this.#unstartable.has(message.id) && this.#mayStart())
        this.#begin([message.id, STARTING], () => this.#start(message));
    }
    if (this.isEmpty) return;
    this.#setAlarm();
    await condition(() => this.#changed);
  }

  /**
   * For what expires next, or may be started next; what is under way wakes it anyhow. An alarm that has become needless
   * rings for nothing, which costs less than to call it off.
   */
  #setAlarm(): void {
    const resting = this.#messages.filter(({ id }) => !this.#moving.has(id));
    const next = Math.min(
      ...resting.map(({ expires }) => expires),
      ...this.#seen.values(),
      ...(this.#busy && resting.length > 0 && !this.#moving.has(STARTING) ? [this.#busy.until] : []),
    );
    if (next === Infinity || (this.#alarm !== undefined && this.#alarm <= next)) return;
    this.#alarm = next;
    ring(next - Date.now(), () => {
      if (this.#alarm === next) this.#alarm = undefined;
      this.#changed = true;
    });
  }

  #begin(moving: readonly unknown[], work: () => Promise<void>): void {
    for (const one of moving) this.#moving.add(one);
    this.#underWay += 1;
    void work().finally(() => {
      this.#underWay -= 1;
      for (const one of moving) this.#moving.delete(one);
      this.#changed = true;
    });
  }

  async #offer(message: Waiting, to: MessageSubscription): Promise<void> {
    const { name, key } = this.address;
    const { id, payload } = message;
    const answer = await deliveryActivities()[DELIVERY_ACTIVITIES.offer](
      { workflowId: to.workflowId, firstRunId: to.firstRunId },
      { subscription: to.id, message: { id, name, payload, ...(key !== undefined && { key }) } },
    );
    if (answer !== 'taken-more' && answer !== 'refused') this.unsubscribe(to);
    if (answer === 'refused')
      log.warn('Message refused by its receiver', { message: name, id, by: to.workflowId });
    if (answer === 'taken' || answer === 'taken-more' || answer === 'refused') this.#remove(message);
  }

  async #start(message: Waiting): Promise<void> {
    const { deployment, name } = this.address;
    const [first] = await findStarts('messages', name, deployment);
    if (!first) {
      this.#unstartable.add(message.id);
      return;
    }
    if (first.oneRunPerKey && this.address.key) return this.#startInTurn(first, message);
    const id = startedRunId(first.type, this.address, message.id);
    await deliveryActivities()[DELIVERY_ACTIVITIES.start](first, id, message.payload);
    this.#remove(message);
  }

  async #startInTurn(first: StartCandidate, message: Waiting): Promise<void> {
    const turn = { address: this.address, message: message.id, ask: this.#busy === undefined };
    const before = this.#busy;
    const ended = this.#ended;
    const answer = await deliveryActivities()[DELIVERY_ACTIVITIES.startInTurn](first, turn, message.payload);
    if (answer === 'started') this.#remove(message);
    // While it was asked, the run may have said that it ends.
    else if (this.#ended === ended) this.#busy = later(before?.pause);
  }

  /** With a key one after the other, in the order in which they have come. */
  #mayStart(): boolean {
    if (this.address.key === undefined) return true;
    return !this.#moving.has(STARTING) && (this.#busy === undefined || this.#busy.until <= Date.now());
  }

  #remove(message: Waiting): void {
    this.#messages = this.#messages.filter(({ id }) => id !== message.id);
    this.#unstartable.delete(message.id);
  }

  #expire(): void {
    const now = Date.now();
    for (const [id, until] of this.#seen) if (until <= now) this.#seen.delete(id);
    for (const message of this.#messages) {
      if (message.expires > now || this.#moving.has(message.id)) continue;
      log.warn('Message expired: nobody took it in time', { message: this.address.name, id: message.id });
      this.#remove(message);
    }
  }
}

function later(pause = LOOKS.first / 2): { readonly until: number; readonly pause: number } {
  const longer = Math.min(2 * pause, LOOKS.last);
  return { until: Date.now() + longer, pause: longer };
}

/** Then it stays as it is until something has been taken: its history has room for some time. */
function isTooLarge(state: MailboxState): boolean {
  const tooLarge = oversize(state);
  if (tooLarge !== undefined) log.warn(`The mailbox cannot continue as new: ${tooLarge}.`);
  return tooLarge !== undefined;
}

function isSame(a: MessageSubscription, b: MessageSubscription): boolean {
  return a.workflowId === b.workflowId && a.firstRunId === b.firstRunId && a.id === b.id;
}
