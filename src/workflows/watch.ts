import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';
import { invalidInput } from '../shared/misfit';
import { resumable } from './incidents';
import { afterChanges } from './after-changes';
import { nameOf, type Run } from './run';
import type { ArmedCondition } from './conditions';
import type { Claim } from './signals';
import { correlationKey } from './message-triggers';
import { scheduleOf } from './timers';
import type {
  CompositeTrigger,
  ConditionTrigger,
  MessageTrigger,
  SignalTrigger,
  TimerTrigger,
  Trigger,
} from './triggers';

/**
 * Calls `claim` each time the trigger fires, until `claim` returns false or the trigger can fire no more. A message is
 * taken only when its claim takes it, in the same step.
 */
export function watch(run: Run, trigger: Trigger, element: string, wanted: Claim): Promise<void> {
  return watchAt(run, trigger, { element, key: element }, wanted);
}

/** Where a trigger stands. */
interface Place {
  readonly element: string;
  /** Names it among what a run goes on with in a new one: the element, and a number if it is one of several triggers. */
  readonly key: string;
}

async function watchAt(run: Run, trigger: Trigger, place: Place, wanted: Claim): Promise<void> {
  const scope = CancellationScope.current();
  // What is called off takes nothing any more, though it may not have heard of it yet.
  const claim: Claim = (take) => !scope.consideredCancelled && wanted(take);
  // What is there already fires as well, but not before the work that is watched has begun.
  await Promise.resolve();
  switch (trigger.kind) {
    case 'timer':
      return watchTimer(run, trigger, place, claim);
    case 'message':
      return watchMessage(run, trigger, place.element, claim);
    case 'signal':
      return watchSignal(run, trigger, place.element, claim);
    case 'condition':
      return watchCondition(run, trigger, place, claim);
    case 'anyOf':
      return watchAny(run, trigger, place, claim);
    case 'allOf':
      return watchAll(run, trigger, place, claim);
  }
}

async function watchTimer(run: Run, { spec }: TimerTrigger, place: Place, claim: Claim): Promise<void> {
  const { element, key } = place;
  const schedule = scheduleOf(spec, element);
  const summary = nameOf(run.process, element);
  const earlier = run.timers.take(key);
  let fired = earlier?.fired ?? 0;
  let armed = earlier?.due;
  let due: Date | undefined = new Date();
  try {
    for (; schedule.times === undefined || fired < schedule.times; fired++) {
      due = armed === undefined ? schedule.next(due, fired) : new Date(armed);
      if (due === undefined) break;
      const delay = Math.max(0, due.getTime() - Date.now());
      // What fell due while the run went on in a new one has been waited for long enough.
      const isOverdue = armed !== undefined && delay === 0;
      armed = undefined;
      run.timers.set(key, { fired, due: due.toISOString() });
      if (!isOverdue) await sleepUntil(due, delay, summary);
      if (!claim(() => undefined)) return;
    }
    // A run that follows this one must not begin anew with it.
    run.timers.set(key, { fired });
    await CancellationScope.current().cancelRequested;
  } finally {
    run.timers.delete(key);
  }
}

/** Servers make no timer longer than a hundred years, and say nothing when they shorten one. */
const LONGEST_TIMER = 100 * 365 * 24 * 3_600_000;

async function sleepUntil(due: Date, delay: number, summary: string): Promise<void> {
  if (delay <= LONGEST_TIMER) return sleep(delay, { summary });
  await sleep(LONGEST_TIMER, { summary });
  await sleepUntil(due, due.getTime() - Date.now(), summary);
}

function watchMessage(run: Run, trigger: MessageTrigger, element: string, claim: Claim): Promise<void> {
  const { name } = trigger;
  const key = 'key' in trigger ? correlationKey(name, trigger.key, element) : undefined;
  const published: { subscription?: string } | undefined = trigger.published ? {} : undefined;
  return listen(claim, {
    inside: (fire) =>
      run.mailbox.listen({
        name,
        claim: fire,
        ...(key !== undefined && { key }),
        ...(published && { published }),
      }),
    outside: () => {
      if (!published) return undefined;
      const { id, entered, end, forget } = run.outside.subscribe(name, key);
      published.subscription = id;
      // Whoever brought the last message knows that nobody waits any more.
      return { entered, end: () => (published.subscription === undefined ? forget() : end()) };
    },
  });
}

function watchSignal(run: Run, { name }: SignalTrigger, element: string, claim: Claim): Promise<void> {
  const begins = run.process.starts?.signals?.[name] === element;
  return listen(claim, {
    inside: (fire) => run.signals.listen(name, fire),
    outside: () => run.outside.listen(name, { begins }),
  });
}

/** How to begin to listen, and then to stop. */
interface Listening {
  readonly inside: (fire: Claim) => () => void;
  readonly outside: () =>
    { readonly entered: Promise<unknown>; readonly end: () => Promise<unknown> | void } | undefined;
}

/** Listens until `claim` wants no more, or the scope is cancelled. Fails where nobody outside would ever hear of it. */
async function listen(claim: Claim, { inside, outside }: Listening): Promise<void> {
  let over = false;
  const endInside = inside((take) => {
    const more = claim(take);
    over = !more;
    return more;
  });
  // What was there already needs nobody outside.
  const there = over ? undefined : outside();
  let failed: { readonly error: unknown } | undefined;
  there?.entered.catch((error: unknown) => (failed = { error }));
  try {
    await condition(() => over || failed !== undefined);
    if (!over) throw failed?.error;
  } finally {
    endInside();
    await there?.end();
  }
}

async function watchCondition(
  run: Run,
  { holds, changed }: ConditionTrigger,
  { element, key }: Place,
  claim: Claim,
): Promise<void> {
  // What waits already while a run is on its way has waited in the run before.
  const before = run.continuation.isOnItsWay ? run.conditions.heldBefore(key) : undefined;
  const armed: ArmedCondition = { key, holds: changed ? afterChanges(holds, changed, before) : holds, claim };
  // One that cannot be evaluated is armed anew by a retry; a person may also say that it has come true.
  const step = { element, kind: 'expression', accept: isTrue(element) } as const;
  for (let again = true; again;) {
    const cameTrue = await resumable(run, step, () => untilOver(run, armed));
    again = cameTrue === true && claim(() => undefined);
  }
}

/** Resolves when it has fired for the last time. */
async function untilOver(run: Run, armed: ArmedCondition): Promise<true | undefined> {
  run.conditions.arm(armed);
  try {
    await condition(() => {
      run.conditions.checkFor(armed);
      return run.conditions.isOver(armed);
    });
    const failure = run.conditions.failureOf(armed);
    if (failure) throw failure.error;
    return undefined;
  } finally {
    run.conditions.disarm(armed);
  }
}

function isTrue(element: string) {
  return (result: unknown) => {
    if (result === true) return true;
    const message = 'must be true, for the event to happen: else edit variables and retry';
    throw invalidInput(`'${element}'`, [{ path: 'result', message }]);
  };
}

/** Each of the triggers fires it. */
async function watchAny(run: Run, trigger: CompositeTrigger, place: Place, claim: Claim): Promise<void> {
  const scope = new CancellationScope();
  const once = (take: () => unknown) => {
    const more = claim(take);
    if (!more) scope.cancel();
    return more;
  };
  await sideBySide(scope, trigger.triggers, (one, i) => watchAt(run, one, partOf(place, i), once));
}

/** It fires when all have fired, then they have to do so again. */
async function watchAll(run: Run, trigger: CompositeTrigger, place: Place, claim: Claim): Promise<void> {
  const scope = new CancellationScope();
  const taken = run.gathered.begin(place.key);
  const watchOne = async (one: Trigger, i: number) => {
    const isMessage = one.kind === 'message';
    const gather: Claim = (take) => {
      if (!taken.has(i)) taken.set(i, take());
      if (taken.size < trigger.triggers.length) return !isMessage;
      const payload: unknown = Object.assign({}, ...taken.values());
      taken.clear();
      const more = claim(() => payload);
      if (!more) scope.cancel();
      return more;
    };
    if (!isMessage) return watchAt(run, one, partOf(place, i), gather);
    // One message is enough for each time: the next one is taken when it is its turn, and not turned away before.
    for (;;) {
      if (taken.has(i)) await condition(() => !taken.has(i));
      await watchAt(run, one, partOf(place, i), gather);
    }
  };
  await sideBySide(scope, trigger.triggers, watchOne).finally(() => run.gathered.end(place.key));
}

function partOf({ element, key }: Place, i: number): Place {
  return { element, key: `${key}/${i}` };
}

async function sideBySide(
  scope: CancellationScope,
  triggers: readonly Trigger[],
  start: (trigger: Trigger, place: number) => Promise<void>,
): Promise<void> {
  const watches = triggers.map((trigger, i) => scope.run(() => start(trigger, i)));
  for (const result of await Promise.allSettled(watches)) {
    if (result.status === 'rejected' && !(isCancellation(result.reason) && scope.consideredCancelled))
      throw result.reason;
  }
}
