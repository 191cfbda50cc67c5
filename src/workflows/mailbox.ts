import { log } from '@temporalio/workflow';
import type { MailboxState } from '../shared/continuation';
import { messageIdentity, type Offer, type OfferAnswer } from '../shared/delivery';
import { FailureType } from '../shared/errors';
import type { ProcessSpec } from '../shared/process-contract';
import { checkFields, formatProblems } from '../shared/schema';
import type { MessageEnvelope, OpenWaits } from '../shared/wire';
import { failure } from './failures';
import type { Claim } from './signals';

/** A wait for a message. */
export interface MessageListener {
  readonly name: string;
  /** Without one it takes messages with any key. */
  readonly key?: string;
  /** Set if it also takes published messages: its name outside, once it has one. */
  readonly published?: { subscription?: string };
  readonly claim: Claim;
}

/** Of what has come that many ids go on to the next run: deliveries are repeated soon if at all. */
export const REMEMBERED_IDS = 1000;

/**
 * The messages of a run: who waits for them, and those that have arrived and nobody has taken yet, oldest first. A
 * message that comes before its wait is kept for it; a message that was seen before, by its id, is dropped.
 */
export class Mailbox {
  #messages: MessageEnvelope[];
  readonly #listeners = new Set<MessageListener>();
  readonly #seen: Set<string>;
  /** Deliveries that were refused: unknown name, payload that does not fit, not a message at all. */
  refused: number;

  /** @param state - that of the run which this one follows */
  constructor(
    private readonly process: ProcessSpec,
    { messages, seen, refused }: MailboxState = { messages: [], seen: [], refused: 0 },
  ) {
    this.#messages = [...messages];
    this.#seen = new Set(seen);
    this.refused = refused;
  }

  get state(): MailboxState {
    return { messages: this.#messages, seen: [...this.#seen].slice(-REMEMBERED_IDS), refused: this.refused };
  }

  /** Takes a delivery in, or drops it: a signal cannot be answered, so a bad one is counted and logged. */
  deliver(envelope: MessageEnvelope): void {
    const problem = this.#problemOf(envelope);
    if (problem !== undefined) {
      this.refused += 1;
      log.warn(`Message refused: ${problem}`, { message: envelope?.name });
      return;
    }
    if (envelope.id !== undefined) {
      const identity = messageIdentity(envelope, envelope.id);
      if (this.#seen.has(identity)) return;
      this.#seen.add(identity);
    }
    const message = this.#checked(envelope);
    if (!this.#offer(message)) this.#messages.push(message);
  }

  /** What is waited for, oldest first. */
  get waits(): OpenWaits['messages'] {
    return [...this.#listeners].map(({ name, key }) => ({ name, ...(key !== undefined && { key }) }));
  }

  /** A message that this run publishes: to its own oldest wait that takes it, if there is one. */
  publish(message: MessageEnvelope): boolean {
    const known = this.process.messages;
    if (known && !Object.hasOwn(known, message.name)) return false; // others may wait for it
    const problem = this.#problemOf(message);
    if (problem !== undefined) throw failure(FailureType.InvalidInput, `Message refused: ${problem}`);
    return this.#offer(this.#checked(message), ({ published }) => published !== undefined);
  }

  /** A message from outside for one wait, see `Offer`. */
  answer({ subscription, message }: Offer): OfferAnswer {
    const listener = [...this.#listeners].find(({ published }) => published?.subscription === subscription);
    const identity = messageIdentity(message, message.id);
    // An offer is repeated when its answer was lost; by then this may be another run of the chain.
    if (this.#seen.has(identity)) return listener ? 'taken-more' : 'taken';
    if (!listener) return 'declined';
    if (this.#problemOf(message) !== undefined) {
      this.deliver(message); // counts and logs it
      return 'refused';
    }
    if (!this.#give(this.#checked(message), listener)) return 'declined';
    this.#seen.add(identity);
    if (this.#listeners.has(listener)) return 'taken-more';
    delete listener.published?.subscription;
    return 'taken';
  }

  /** Gives a message to the oldest wait that takes it; whether there was one. */
  #offer(message: MessageEnvelope, isMeant: (listener: MessageListener) => boolean = () => true): boolean {
    for (const listener of [...this.#listeners]) {
      if (!this.#listeners.has(listener) || !isMeant(listener) || !matches(message, listener)) continue;
      if (this.#give(message, listener)) return true;
    }
    return false;
  }

  /**
   * Waits for messages, the oldest that is there already first.
   *
   * @returns how to stop waiting
   */
  listen(listener: MessageListener): () => void {
    this.#listeners.add(listener);
    for (const message of [...this.#messages]) {
      if (!this.#listeners.has(listener)) break;
      if (matches(message, listener) && this.#give(message, listener))
        this.#messages = this.#messages.filter((other) => other !== message);
    }
    return () => void this.#listeners.delete(listener);
  }

  /** With what the schema makes of its payload. */
  #checked(envelope: MessageEnvelope): MessageEnvelope {
    const payload = checkFields(this.process.messages?.[envelope.name], envelope.payload);
    return { ...envelope, payload: payload.ok ? payload.value : undefined };
  }

  #give(message: MessageEnvelope, listener: MessageListener): boolean {
    let taken = false;
    const more = listener.claim(() => {
      taken = true;
      return message.payload;
    });
    if (!more) this.#listeners.delete(listener);
    return taken;
  }

  #problemOf(envelope: MessageEnvelope | undefined): string | undefined {
    if (typeof envelope?.name !== 'string') return 'it has no name';
    const known = this.process.messages;
    if (known && !Object.hasOwn(known, envelope.name))
      return `'${envelope.name}' is not a message of ${this.process.type} (${Object.keys(known).join(', ')})`;
    const payload = checkFields(known?.[envelope.name], envelope.payload);
    return payload.ok ? undefined : formatProblems(payload.problems);
  }
}

function matches(message: MessageEnvelope, { name, key }: MessageListener): boolean {
  return message.name === name && (key === undefined || message.key === key);
}
