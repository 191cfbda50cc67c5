import { log } from '@temporalio/workflow';
import type { ProcessSpec } from '../shared/process-contract';
import { check, formatProblems } from '../shared/schema';
import type { MessageEnvelope } from '../shared/wire';

/**
 * Messages that have arrived and nobody has taken yet, oldest first. A message that comes before its wait is kept for
 * it; a message id that was seen before is dropped.
 */
export class Mailbox {
  #messages: MessageEnvelope[] = [];
  readonly #seen = new Set<string>();
  /** Deliveries that were refused: unknown name, payload that does not fit, not a message at all. */
  refused = 0;

  constructor(private readonly process: ProcessSpec) {}

  /** Takes a delivery in, or drops it: a signal cannot be answered, so a bad one is counted and logged. */
  deliver(envelope: MessageEnvelope): void {
    const problem = this.#problemOf(envelope);
    if (problem !== undefined) {
      this.refused += 1;
      log.warn(`Message refused: ${problem}`, { message: envelope?.name });
      return;
    }
    if (envelope.id !== undefined) {
      if (this.#seen.has(envelope.id)) return;
      this.#seen.add(envelope.id);
    }
    const payload = check(this.process.messages?.[envelope.name], envelope.payload);
    this.#messages.push({ ...envelope, payload: payload.ok ? payload.value : undefined });
  }

  has(name: string, key?: string): boolean {
    return this.#messages.some((message) => matches(message, name, key));
  }

  /** Removes the oldest message that matches and returns its payload. */
  take(name: string, key?: string): unknown {
    const index = this.#messages.findIndex((message) => matches(message, name, key));
    return index < 0 ? undefined : this.#messages.splice(index, 1)[0]?.payload;
  }

  #problemOf(envelope: MessageEnvelope | undefined): string | undefined {
    if (typeof envelope?.name !== 'string') return 'it has no name';
    const known = this.process.messages;
    if (!known) return undefined;
    const schema = known[envelope.name];
    if (!schema)
      return `'${envelope.name}' is not a message of ${this.process.type} (${Object.keys(known).join(', ')})`;
    const payload = check(schema, envelope.payload);
    return payload.ok ? undefined : formatProblems(payload.problems);
  }
}

function matches(message: MessageEnvelope, name: string, key: string | undefined): boolean {
  return message.name === name && (key === undefined || message.key === key);
}
