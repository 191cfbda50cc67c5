import { armable } from './armable';
import { cancellationOf, undoneBy } from './cancel-event';
import { catchError } from './catch-error';
import { compensateIn } from './compensation';
import {
  eventSubProcess,
  type EventSubProcess,
  type EventSubProcesses,
  type ResultOf,
} from './event-sub-process';
import { EventWatch } from './event-watch';
import { childPath, currentFrame, Frame, inFrame } from './frame';
import { Branches } from './branches';
import { visit, type Run } from './run';
import { terminatedBy } from './terminate';

export interface ScopeFunction {
  /**
   * Runs `body` as a scope of its own (an embedded sub-process): it ends when the body and every side branch started
   * in it (non-interrupting events) have ended; a failure of one cancels the others. Steps in it get the scope's path
   * in their idempotency keys; compensation handlers registered in it stay with it until it has completed, then they
   * undo it as a whole, as part of the scope around. If `terminate` was thrown in it, it ends at once, completed but
   * without a result; if `cancel` was, it ends at once, and what was done in it is undone.
   *
   * `events` are its event sub-processes. The trigger of one that is not interrupting may fire again and again; each time
   * it runs beside the body, and the scope waits for it. One that is interrupting cancels all that runs in the scope,
   * waits for it, and then runs in its place: its result is that of the scope. An error in an event sub-process fails the
   * scope; no other event sub-process of the scope catches it.
   *
   * Temporal calls: a few `CancellationScope`s, `sleep` for timers, `condition` for messages and conditions.
   *
   * @example
   * await scope('SubProcess_Pay', pay, {
   *   Start_Declined: { on: error('CARD_DECLINED'), run: askForAnotherCard },
   *   Start_Remind: { on: timer('R/P1D'), interrupting: false, run: remind },
   * });
   */
  <T, const E extends EventSubProcesses = Record<never, never>>(
    id: string,
    body: () => Promise<T>,
    events?: E,
  ): Promise<T | ResultOf<E>>;
  /**
   * Without an id: makes a scope of the process itself, for its event sub-processes and side branches. Steps in it are
   * named as if it were not there.
   *
   * @example
   * return scope(async () => { …; return end('Shipped'); }, { Cancel: { on: message('Cancel'), run: cancelOrder } });
   */
  <T, const E extends EventSubProcesses = Record<never, never>>(
    body: () => Promise<T>,
    events?: E,
  ): Promise<T | ResultOf<E>>;
}

type Body = () => Promise<unknown>;

export function scopeIn(run: Run): ScopeFunction {
  const scope = (...args: [string, Body, EventSubProcesses?] | [Body, EventSubProcesses?]) => {
    const outer = currentFrame(run.root);
    if (typeof args[0] !== 'string') {
      const [body, events = {}] = args as [Body, EventSubProcesses?];
      const ready = subProcesses(run, events);
      if (ready instanceof Promise) return ready.then((inner) => runScope(run, outer, body, inner));
      return runScope(run, outer, body, ready);
    }
    const [id, body, events = {}] = args as [string, Body, EventSubProcesses?];
    return visit(run, id, async (key) => {
      const { catcher, errors, index, handles: owner } = outer.around;
      const frame = new Frame(childPath(key), { catcher, errors, index, owner });
      const ready = subProcesses(run, events);
      const inner = ready instanceof Promise ? await ready : ready;
      const result = await runScope(run, frame, body, inner);
      rememberScope(run, id, frame, inner, outer);
      return result;
    });
  };
  return scope as ScopeFunction;
}

function subProcesses(run: Run, events: EventSubProcesses) {
  return armable(run, Object.entries(events).map(eventSubProcess));
}

async function runScope(
  run: Run,
  frame: Frame,
  body: Body,
  events: readonly EventSubProcess[],
): Promise<unknown> {
  try {
    return await runWithEvents(run, frame, body, events);
  } catch (error) {
    if (terminatedBy(error) !== undefined) return undefined;
    const cancellation = cancellationOf(error);
    if (!cancellation || cancellation.undone) throw error;
    await compensateIn(run, [frame]);
    throw undoneBy(cancellation);
  }
}

async function runWithEvents(
  run: Run,
  frame: Frame,
  body: Body,
  events: readonly EventSubProcess[],
): Promise<unknown> {
  const branches = new Branches();
  const errorsOfEvents: unknown[] = [];
  const watch = new EventWatch(run, events, {
    interrupt: () => branches.cancel(),
    beside: (event) =>
      branches.start(() =>
        handle(event, frame, branches).catch((error: unknown) => {
          errorsOfEvents.push(error);
          throw error;
        }),
      ),
  });
  watch.arm();
  const inside = frame.with({
    branches,
    catcher: watch.catcher(frame.around.catcher),
    errors: watch.errors(frame.around.errors),
    handles: undefined,
  });

  let result: unknown;
  let failure: { readonly error: unknown } | undefined;
  const isMain = run.continuation.isMain && frame === currentFrame(run.root);
  const bodyHere = isMain ? () => run.continuation.inMain(branches, body) : body;
  branches.start(() => inFrame(inside, async () => (result = await bodyHere())));
  try {
    await branches.finished();
  } catch (error) {
    failure = { error };
  } finally {
    await watch.disarm();
  }

  const interruption = watch.interruptedBy(failure);
  if (interruption) return runInstead(interruption, frame);
  if (!failure) return result;
  const catcher = errorsOfEvents.includes(failure.error) ? undefined : catchError(run, failure.error, events);
  if (!catcher) throw failure.error;
  return runInstead(catcher, frame);
}

/** The interrupting event sub-process, when all else in the scope has ended. */
async function runInstead(event: EventSubProcess, frame: Frame): Promise<unknown> {
  const branches = new Branches();
  let result: unknown;
  branches.start(async () => (result = await handle(event, frame, branches)));
  await branches.finished();
  return result;
}

/** In an event sub-process what it throws goes to the surroundings of the scope. */
function handle({ run }: EventSubProcess, frame: Frame, branches: Branches): Promise<unknown> {
  return inFrame(frame.with({ branches, handles: frame }), run);
}

/** A completed scope is undone by its event sub-process for that, else by the handlers that were registered in it. */
function rememberScope(
  run: Run,
  id: string,
  frame: Frame,
  events: readonly EventSubProcess[],
  outer: Frame,
): void {
  const undo = events.find(({ trigger }) => trigger.kind === 'compensation');
  if (!undo && frame.compensations.length === 0) return;
  outer.compensations.push({
    element: id,
    byDefault: true,
    within: outer.path,
    frame: undo ? frame.with({ handles: frame }) : frame,
    run: async () => {
      if (!undo) return compensateIn(run, [frame]);
      run.progress.pass(undo.id);
      return undo.run();
    },
  });
}
