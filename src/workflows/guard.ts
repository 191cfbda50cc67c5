import { CancellationScope } from '@temporalio/workflow';
import { cancellationOf } from './cancel-event';
import { catchError } from './catch-error';
import { armable } from './armable';
import { EventWatch, type WatchedEvent } from './event-watch';
import { currentFrame, inFrame, type Frame } from './frame';
import { takePayload, variablesHere } from './payload';
import type { Run } from './run';
import { scopeIn } from './scope';
import type { CancelTrigger, ErrorTrigger, EscalationTrigger, TechnicalFailureTrigger } from './thrown';
import type { Lazily, Trigger } from './triggers';

/** A path that runs beside the guarded work, once per firing, and does not interrupt it. */
export interface SideBranch {
  readonly on: Lazily<Trigger> | EscalationTrigger;
  readonly run: () => Promise<unknown>;
}

export type Boundary =
  Lazily<Trigger> | ErrorTrigger | TechnicalFailureTrigger | EscalationTrigger | CancelTrigger | SideBranch;

type Boundaries = Readonly<Record<string, Boundary>>;
type Interrupting<T extends Boundaries> = {
  [Id in keyof T & string]: T[Id] extends SideBranch ? never : Id;
}[keyof T & string];

export interface GuardFunction {
  /**
   * Runs `body` with boundary events on it; resolves to `'done'`, or to the id of the event that interrupted it.
   *
   * An event that fires cancels what `body` is doing and waits until that has ended (an activity decides itself what
   * cancellation means to it). A BPMN error from `body` is caught by the first boundary with its code, else by one
   * without a code; so is an escalation, at the moment at which it is thrown. Technical failures are caught by
   * `technicalFailure()` only; never caught is a failure that comes up while being interrupted. `{ on, run }` starts `run`
   * beside the body at each firing; the `scope` around waits for it, or without one `guard` itself.
   *
   * Temporal calls: two `CancellationScope`s, `sleep` for timers, `condition` for messages and conditions.
   *
   * @example
   * const outcome = await guard(() => task('Charge', activities.chargeCard, order), {
   *   Declined: error('CARD_DECLINED'),
   *   Slow: { on: timer('PT10M'), run: () => task('Warn', activities.warnSupport, order) },
   * });
   * if (outcome === 'Declined') …
   *
   * @param happened - how it ended in an earlier run, for one that goes on behind it (see `turn`): nothing is done
   */
  <const T extends Boundaries>(
    body: () => Promise<unknown>,
    boundaries: T,
    happened?: 'done' | Interrupting<T> | false,
  ): Promise<'done' | Interrupting<T>>;
}

export function guardIn(run: Run): GuardFunction {
  return async <const T extends Boundaries>(
    body: () => Promise<unknown>,
    boundaries: T,
    happened: 'done' | Interrupting<T> | false = false,
  ) => {
    if (happened !== false) return happened;
    const ready = armable(run, Object.entries(boundaries).map(boundaryEvent));
    const events = ready instanceof Promise ? await ready : ready;
    const watched = () => guard(run, body, events);
    const needsScope = events.some(({ interrupting }) => !interrupting) && !isInScope(run);
    const outcome = await (needsScope ? scopeIn(run)(watched) : watched());
    return outcome as 'done' | Interrupting<T>;
  };
}

interface BoundaryEvent extends WatchedEvent {
  readonly trigger: Trigger | ErrorTrigger | TechnicalFailureTrigger | EscalationTrigger | CancelTrigger;
  readonly run?: () => Promise<unknown>;
}

type UnarmedBoundaryEvent = Omit<BoundaryEvent, 'trigger'> & {
  readonly trigger: Lazily<Trigger> | BoundaryEvent['trigger'];
};

function boundaryEvent([id, boundary]: readonly [string, Boundary]): UnarmedBoundaryEvent {
  if (typeof boundary === 'function' || 'kind' in boundary)
    return { id, trigger: boundary, interrupting: true };
  return { id, trigger: boundary.on, interrupting: false, run: boundary.run };
}

async function guard(
  run: Run,
  body: () => Promise<unknown>,
  events: readonly BoundaryEvent[],
): Promise<string> {
  const frame = currentFrame(run.root);
  const bodyScope = new CancellationScope();
  const watch = new EventWatch(run, events, {
    interrupt: () => bodyScope.cancel(),
    beside: (event) => startBeside(frame, event),
  });
  watch.arm();

  let failure: { readonly error: unknown } | undefined;
  try {
    const inside = frame.with({
      catcher: watch.catcher(frame.around.catcher),
      errors: watch.errors(frame.around.errors),
    });
    await bodyScope.run(() => inFrame(inside, body));
  } catch (error) {
    failure = { error };
  } finally {
    await watch.disarm();
  }

  const interruption = watch.interruptedBy(failure);
  if (interruption) return interruption.id;
  if (!failure) return 'done';
  const caughtBy = catchCancel(run, failure.error, events) ?? catchError(run, failure.error, events);
  if (!caughtBy) throw failure.error;
  return caughtBy.id;
}

function isInScope(run: Run): boolean {
  return currentFrame(run.root).around.branches !== undefined;
}

function catchCancel(run: Run, error: unknown, events: readonly BoundaryEvent[]): BoundaryEvent | undefined {
  const event = cancellationOf(error)?.undone
    ? events.find(({ trigger }) => trigger.kind === 'cancel')
    : undefined;
  if (!event) return undefined;
  run.progress.pass(event.id);
  takePayload(event.trigger, undefined, variablesHere(run));
  return event;
}

/** The branch belongs to what is around the guarded work, whoever made its event fire. */
export function startBeside(
  frame: Frame,
  { id, run = () => Promise.resolve() }: Pick<BoundaryEvent, 'id' | 'run'>,
): void {
  const { branches } = frame.around;
  if (!branches)
    throw new Error(`The non-interrupting event '${id}' needs a scope around it that waits for its branch.`);
  branches.start(() => inFrame(frame, run));
}
