import type { Claim } from './signals';

/** A condition that is waited for. */
export interface ArmedCondition {
  /** Names it among those that a run goes on with: its element, or `<element>/<place>` of one of several triggers. */
  readonly key: string;
  readonly holds: () => boolean;
  readonly claim: Claim;
}

/**
 * The conditions that this run waits for. Each fires when it becomes true, also if it is so at first. They are looked at
 * before every step, so that no change is missed that another step takes back, and whenever the run has come to rest.
 */
export class ConditionBoard {
  readonly #armed = new Map<ArmedCondition, { held: boolean }>();
  readonly #failed = new Map<ArmedCondition, unknown>();
  readonly #heldBefore: Set<string>;

  /** @param heldBefore - keys of conditions that held in the run that this one follows: they have fired already */
  constructor(heldBefore: readonly string[] = []) {
    this.#heldBefore = new Set(heldBefore);
  }

  arm(condition: ArmedCondition): void {
    this.#armed.set(condition, { held: this.#heldBefore.delete(condition.key) });
  }

  /** Whether one that an earlier run has looked at held then. */
  heldBefore(key: string): boolean {
    return this.#heldBefore.has(key);
  }

  /** Keys of those that held when they were last looked at. */
  get held(): readonly string[] {
    return [...this.#armed].flatMap(([{ key }, { held }]) => (held ? [key] : []));
  }

  disarm(condition: ArmedCondition): void {
    this.#armed.delete(condition);
    this.#failed.delete(condition);
  }

  check(): void {
    for (const [condition, state] of [...this.#armed]) {
      if (!this.#armed.has(condition)) continue;
      const now = this.#holds(condition);
      const becameTrue = now && !state.held;
      state.held = now;
      if (becameTrue && !condition.claim(() => undefined)) this.#armed.delete(condition);
    }
  }

  /**
   * Looks at all of them on behalf of one, when the run has come to rest. Everyone who waits is asked then, and it is
   * enough that the first one does it: evaluations grow with the number of conditions, not with its square.
   */
  checkFor(condition: ArmedCondition): void {
    const [first] = this.#armed.keys();
    if (first === condition) this.check();
  }

  /** Whether it is waited for no more: it has fired for the last time, or cannot be evaluated. */
  isOver(condition: ArmedCondition): boolean {
    return !this.#armed.has(condition);
  }

  /** Why it could not be evaluated. */
  failureOf(condition: ArmedCondition): { readonly error: unknown } | undefined {
    return this.#failed.has(condition) ? { error: this.#failed.get(condition) } : undefined;
  }

  /** An error must not get out of here: it would not fail the run, but every attempt to go on with it. */
  #holds(condition: ArmedCondition): boolean {
    try {
      return condition.holds();
    } catch (error) {
      this.#failed.set(condition, error);
      this.#armed.delete(condition);
      return false;
    }
  }
}
