import { FailureType } from '../shared/errors';
import { invalidInput } from '../shared/misfit';
import { shown } from './expressions';
import { failure } from './failures';
import { resumable } from './incidents';
import { correlationKey } from './message-triggers';
import type { Run } from './run';
import { scheduleOf } from './timers';
import type { Made, Lazily, TimerSpec, Trigger } from './triggers';

/** Something that events may wait for, or that they catch. */
interface AnyTrigger {
  readonly kind: string;
}

interface Unarmed<T extends AnyTrigger> {
  readonly id: string;
  readonly trigger: Lazily<T>;
}

type Armable<Event extends Unarmed<AnyTrigger>> = Omit<Event, 'trigger'> & {
  readonly trigger: Made<Event['trigger']>;
};

/**
 * The events with triggers that can be armed: those that are given lazily are made now, and each is asked whether it says
 * what it waits for. Where the process asks for incidents, one that does not stops the branch before any of them is
 * armed, as in Camunda: no work begins without the timer that guards it. At once if nothing has to be made or mended.
 */
export function armable<Event extends Unarmed<AnyTrigger>>(
  run: Run,
  events: readonly Event[],
): readonly Armable<Event>[] | Promise<readonly Armable<Event>[]> {
  return events.every(isArmable) ? (events as unknown as readonly Armable<Event>[]) : made(run, events);
}

function isArmable({ id, trigger }: Unarmed<AnyTrigger>): boolean {
  if (typeof trigger === 'function') return false;
  try {
    checkTrigger(trigger, id);
    return true;
  } catch {
    return false;
  }
}

async function made<Event extends Unarmed<AnyTrigger>>(
  run: Run,
  events: readonly Event[],
): Promise<readonly Armable<Event>[]> {
  const armable: Armable<Event>[] = [];
  for (const event of events) {
    const { id, trigger } = event;
    const accept = (result: unknown) => accepted(result, id, trigger);
    const step = { element: id, kind: 'expression', accept } as const;
    const ready = await resumable(run, step, async () => {
      const one = typeof trigger === 'function' ? await trigger() : trigger;
      checkTrigger(one, id);
      return one;
    });
    armable.push({ ...event, trigger: ready as Made<Event['trigger']> });
  }
  return armable;
}

/** A timer that is no time, or a message with a key that is none, could never fire. */
function checkTrigger(trigger: AnyTrigger, element: string): void {
  if (!isAwaited(trigger)) return;
  switch (trigger.kind) {
    case 'timer':
      scheduleOf(trigger.spec, element);
      break;
    case 'signal':
      checkName(trigger, element);
      break;
    case 'message':
      checkName(trigger, element);
      if ('key' in trigger) correlationKey(trigger.name, trigger.key, element);
      break;
    case 'anyOf':
    case 'allOf':
      for (const one of trigger.triggers) checkTrigger(one, element);
  }
}

/** What has no name would be waited for for ever. */
function checkName({ kind, name }: { readonly kind: string; readonly name: unknown }, element: string): void {
  if (typeof name === 'string' && name !== '') return;
  const message = `The name of the ${kind} at '${element}' is ${shown(name)}, and must be a text.`;
  throw failure(FailureType.ExpressionFailed, message, { element });
}

function isAwaited(trigger: AnyTrigger): trigger is Trigger {
  return ['timer', 'message', 'signal', 'anyOf', 'allOf'].includes(trigger.kind);
}

/** What a person gives in its place: a time, or a correlation key. */
function accepted(result: unknown, element: string, trigger: Lazily<AnyTrigger>): AnyTrigger {
  const refuse = (message: string) => invalidInput(`'${element}'`, [{ path: 'result', message }]);
  if (typeof trigger === 'function' || !isAwaited(trigger)) {
    throw refuse('what it waits for follows from variables: edit those and retry');
  }
  switch (trigger.kind) {
    case 'timer': {
      const one = { ...trigger, spec: result as TimerSpec };
      checkTrigger(one, element);
      return one;
    }
    case 'signal': {
      const one = { ...trigger, name: result as string };
      checkTrigger(one, element);
      return one;
    }
    case 'message': {
      const one = { ...trigger, key: result };
      checkTrigger(one, element);
      return one;
    }
    default:
      throw refuse(
        'it waits for several events: give the trigger as a function, so that a retry makes it anew',
      );
  }
}
