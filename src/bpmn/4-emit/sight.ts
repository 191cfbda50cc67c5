import type { CatchTrigger, SingleCatchTrigger } from '../2-model/trigger-types';
import type { InputReader } from '../2-model/types';
import type { Expression } from '../2-model/value-types';
import type { Site } from './expressions';
import type { Constant } from './step';
import { wordsOf } from './values';

/** A part of a trigger that may be an expression. */
export type EventPart = Exclude<InputReader, 'listener'> | 'key';

/** The inputs of an activity, as the expressions of an event see them that is on it, or that it waits for. */
export interface Sight {
  readonly site: Pick<Site, 'root' | 'own'>;
  /** The parts that see them; others see what is around the activity. */
  readonly parts: ReadonlySet<EventPart>;
  /** Constants that are made with the trigger, each time that it is. */
  readonly before?: readonly Constant[];
}

export function seenAt(part: EventPart, sight: Sight | undefined): Partial<Site> {
  return sight?.parts.has(part) ? sight.site : {};
}

/** Whether any of these parts of a trigger reads one of the variables. */
export function reads(
  trigger: CatchTrigger,
  parts: ReadonlySet<EventPart>,
  names: ReadonlySet<string>,
): boolean {
  const triggers = trigger.kind === 'multiple' ? trigger.triggers : [trigger];
  return triggers
    .flatMap(expressionsIn)
    .some(([part, value]) => parts.has(part) && wordsIn(value).some((word) => names.has(word)));
}

function expressionsIn(trigger: SingleCatchTrigger): readonly (readonly [EventPart, Expression | string])[] {
  switch (trigger.kind) {
    case 'timer':
      return [['timer', trigger.value]];
    case 'message':
      return [['name', trigger.name], ...(trigger.key ? [['key', trigger.key] as const] : [])];
    case 'signal':
      return [['name', trigger.name]];
    case 'conditional':
      return [
        ['conditional', trigger.condition],
        ['conditional', trigger.variable ?? ''],
      ];
  }
}

function wordsIn(value: Expression | string): readonly string[] {
  return typeof value === 'string' ? [value] : wordsOf(value);
}
