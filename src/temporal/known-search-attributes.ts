import type { ConnectionLike } from '@temporalio/client';
import { checkSearchAttributes, type SearchAttributeState } from './search-attributes';

/** How long the server's word on missing search attributes holds, milliseconds: a worker may register them. */
const MISSING_HOLDS_MS = 15_000;

/** Whether Baton's search attributes can be used in a namespace, for those who need to know it with every start. */
export class KnownSearchAttributes {
  #state: Promise<SearchAttributeState> | undefined;
  #checkedAt = 0;

  constructor(
    private readonly connection: ConnectionLike,
    private readonly namespace: string,
  ) {}

  /** Temporal calls: `CountWorkflowExecutions`; once, unless attributes are missing. */
  async state(): Promise<SearchAttributeState> {
    const known = await this.#state;
    if (known?.registered || (known && Date.now() - this.#checkedAt < MISSING_HOLDS_MS)) return known;
    this.#checkedAt = Date.now();
    const asked = checkSearchAttributes(this.connection, this.namespace);
    this.#state = asked;
    // A check that failed says nothing; who asks next checks again.
    asked.catch(() => (this.#state = undefined));
    return asked;
  }
}
