import { CancellationScope, isCancellation } from '@temporalio/workflow';
import { asBpmnError } from '../shared/bpmn-error';
import { currentFrame } from './frame';
import { nameOf, type Run } from './run';
import { watch, type ErrorTrigger, type Trigger } from './triggers';

/** A path that runs beside the guarded work, once per firing, and does not interrupt it. */
export interface SideBranch {
  readonly on: Trigger;
  readonly run: () => Promise<unknown>;
}

export type Boundary = Trigger | ErrorTrigger | SideBranch;

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
   * without a code; technical failures are never caught, nor is a failure that comes up while being interrupted.
   * `{ on, run }` starts `run` beside the body at each firing; the `scope` around waits for it.
   *
   * Temporal calls: two `CancellationScope`s, `sleep` for timers, `condition` for messages and conditions.
   *
   * @example
   * const outcome = await guard(() => task('Charge', activities.chargeCard, order), {
   *   Declined: error('CARD_DECLINED'),
   *   Slow: { on: timer('PT10M'), run: () => task('Warn', activities.warnSupport, order) },
   * });
   * if (outcome === 'Declined') …
   */
  <const T extends Boundaries>(
    body: () => Promise<unknown>,
    boundaries: T,
  ): Promise<'done' | Interrupting<T>>;
}

export function guardIn(run: Run): GuardFunction {
  return async <const T extends Boundaries>(body: () => Promise<unknown>, boundaries: T) =>
    (await guard(run, body, boundaries)) as 'done' | Interrupting<T>;
}

async function guard(run: Run, body: () => Promise<unknown>, boundaries: Boundaries): Promise<string> {
  const bodyScope = new CancellationScope();
  const watchScope = new CancellationScope();
  let winner: string | undefined;
  let watchFailure: { readonly error: unknown } | undefined;

  for (const [id, boundary] of Object.entries(boundaries)) {
    if ('kind' in boundary && boundary.kind === 'error') continue;
    const claim = (take: () => unknown): boolean => {
      if (winner !== undefined) return false;
      take();
      run.progress.pass(id);
      if (!('kind' in boundary)) {
        startBeside(run, id, boundary.run);
        return true;
      }
      winner = id;
      bodyScope.cancel();
      return false;
    };
    const trigger = 'kind' in boundary ? boundary : boundary.on;
    watchScope
      .run(() => watch(trigger, id, nameOf(run.process, id), run.mailbox, claim))
      .catch((error: unknown) => {
        if (isCancellation(error)) return;
        watchFailure ??= { error };
        bodyScope.cancel();
      });
  }

  let bodyFailure: { readonly error: unknown } | undefined;
  try {
    await bodyScope.run(body);
  } catch (error) {
    bodyFailure = { error };
  } finally {
    watchScope.cancel();
  }

  if (watchFailure) throw watchFailure.error;
  if (winner !== undefined) {
    // Interrupted work ends by cancellation; anything else that it says must not be lost.
    if (bodyFailure && !isCancellation(bodyFailure.error)) throw bodyFailure.error;
    return winner;
  }
  if (!bodyFailure) return 'done';
  const caughtBy = catcherOf(bodyFailure.error, boundaries);
  if (caughtBy === undefined) throw bodyFailure.error;
  run.progress.pass(caughtBy);
  return caughtBy;
}

function startBeside(run: Run, id: string, branch: () => Promise<unknown>): void {
  const { branches } = currentFrame(run.root);
  if (!branches)
    throw new Error(`The non-interrupting event '${id}' needs a scope around it that waits for its branch.`);
  branches.start(branch);
}

/** A boundary with the error's code is more specific than one without a code. */
function catcherOf(error: unknown, boundaries: Boundaries): string | undefined {
  const bpmn = asBpmnError(error);
  if (!bpmn) return undefined;
  const errors = Object.entries(boundaries).filter(
    (entry): entry is [string, ErrorTrigger] => 'kind' in entry[1] && entry[1].kind === 'error',
  );
  const match =
    errors.find(([, { code }]) => code === bpmn.code) ?? errors.find(([, { code }]) => code === undefined);
  return match?.[0];
}
