import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { isCatching, type CatchingTrigger } from './catch-error';
import type { Catcher } from './frame';
import type { Run } from './run';
import type { Claim } from './signals';
import { catching, type EscalationTrigger } from './thrown';
import { takePayload, variablesHere } from './payload';
import type { Trigger } from './triggers';
import { amongVariables } from './variables-around';
import { watch } from './watch';

/** An event on running work: a boundary event, or the start of an event sub-process. */
export interface WatchedEvent {
  readonly id: string;
  readonly trigger:
    Trigger | EscalationTrigger | { readonly kind: 'error' | 'technicalFailure' | 'cancel' | 'compensation' };
  readonly interrupting: boolean;
}

/**
 * Watches for the events on a piece of work, from `arm` to `disarm`. The first interrupting one that fires wins, and
 * nothing fires after it. The rest is up to the owner: to stop the work, or to start something beside it.
 *
 * Temporal calls: one `CancellationScope`, and what the triggers call.
 */
export class EventWatch<Event extends WatchedEvent> {
  readonly #scope = new CancellationScope();
  readonly #watches: Promise<void>[] = [];
  readonly #vars: object;
  #winner: Event | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly run: Run,
    private readonly events: readonly Event[],
    private readonly reaction: {
      /** The work is to end: because of `winner`, or because a trigger has failed. */
      readonly interrupt: () => void;
      /** A non-interrupting event fired. */
      readonly beside: (event: Event) => void;
    },
  ) {
    this.#vars = variablesHere(run);
  }

  arm(): void {
    for (const event of this.events) {
      const { id, trigger } = event;
      if (!isAwaited(trigger)) continue;
      const claim: Claim = (take) => this.#fire(event, take) && !event.interrupting;
      const watching = this.#scope.run(() => watch(this.run, trigger, id, claim));
      this.#watches.push(
        watching.catch((error: unknown) => {
          if (isCancellation(error)) return;
          this.#failure ??= { error };
          this.reaction.interrupt();
        }),
      );
    }
  }

  /** Resolves when nothing of the watches runs any more. */
  async disarm(): Promise<void> {
    this.#scope.cancel();
    await Promise.all(this.#watches);
  }

  /** What went wrong with a trigger, such as a timer that says nothing sensible. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /**
   * The event that has interrupted the work, if one has. Interrupted work ends by cancellation; anything else that it says
   * must not be lost, and is thrown, as is what went wrong with a trigger.
   *
   * @param failure - with which the work has ended
   */
  interruptedBy(failure: { readonly error: unknown } | undefined): Event | undefined {
    if (this.#failure) throw this.#failure.error;
    if (this.#winner && failure && !isCancellation(failure.error)) throw failure.error;
    return this.#winner;
  }

  /** For the surroundings of the work: hears the escalations that one of the events catches. */
  catcher(outer: Catcher | undefined): Catcher | undefined {
    const entries = this.events.flatMap((event) =>
      event.trigger.kind === 'escalation' ? [{ event, ...event.trigger }] : [],
    );
    if (entries.length === 0) return outer;
    const hear = (code: string | undefined) => {
      const entry = catching(entries, 'escalation', code);
      return entry !== undefined && this.#fire(entry.event, () => void entry.caught?.(code));
    };
    return { outer, hear };
  }

  /** For the surroundings of the work: what catches errors, here or further out. */
  errors(outer: readonly CatchingTrigger[] = []): readonly CatchingTrigger[] {
    const own = this.events.map(({ trigger }) => trigger).filter(isCatching);
    return own.length === 0 ? outer : [...own, ...outer];
  }

  #fire(event: Event, take: () => unknown): boolean {
    if (this.#winner !== undefined) return false;
    try {
      takePayload(event.trigger, take(), this.#vars);
    } catch (error) {
      this.#failure ??= { error };
      this.reaction.interrupt();
      return true;
    }
    this.run.progress.pass(event.id);
    if (!event.interrupting) {
      // Whoever made it fire may be in the midst of other variables.
      amongVariables(this.#vars, () => this.reaction.beside(event));
      return true;
    }
    this.#winner = event;
    this.reaction.interrupt();
    return true;
  }
}

function isAwaited(trigger: WatchedEvent['trigger']): trigger is Trigger {
  return !['error', 'escalation', 'cancel', 'compensation'].includes(trigger.kind);
}
