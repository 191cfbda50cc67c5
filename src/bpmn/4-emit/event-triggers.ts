import type { BoundaryEvent, EventSubProcess } from '../2-model/types';
import { arrow, call, quote, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf } from './expressions';
import { catchTrigger } from './triggers';

type Trigger = BoundaryEvent['trigger'] | EventSubProcess['start']['trigger'];

const EVERY_EXCEPTION = new Set(['java.lang.Throwable', 'java.lang.Exception', 'java.lang.RuntimeException']);

/** What a boundary event, or the start of an event sub-process, waits for. */
export function triggerOf(trigger: Trigger, element: string, emission: Emission): Doc {
  const { uses } = emission;
  switch (trigger.kind) {
    case 'error': {
      const { code, codeVariable, messageVariable } = trigger;
      const taken = { code: codeVariable, message: messageVariable };
      const names = Object.entries(taken).flatMap(([name, variable]) =>
        variable === undefined ? [] : [name],
      );
      const head = `({ ${names.join(', ')} })`;
      if (!trigger.javaClass) return call(uses.use('error'), ...caught(code, head, taken, emission));
      const type = EVERY_EXCEPTION.has(code ?? '') ? undefined : code;
      return call(uses.use('technicalFailure'), ...caught(type, head, taken, emission));
    }
    case 'escalation':
      return call(
        uses.use('escalation'),
        ...caught(trigger.code, '(code)', { code: trigger.codeVariable }, emission),
      );
    case 'cancel':
      return call(uses.use('cancelled'));
    case 'compensate':
      return call(uses.use('compensation'));
    default:
      return catchTrigger(trigger, element, emission);
  }
}

/** The code that is caught, and a function that puts what was caught into variables, where the diagram names some. */
function caught(
  code: string | undefined,
  head: string,
  variables: Readonly<Record<string, string | undefined>>,
  emission: Emission,
): Doc[] {
  const given = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  if (given.length === 0) return code === undefined ? [] : [quote(code)];
  const variable = memberOf(emission.uses.use('vars'));
  const body = (indent: number) =>
    given.map(([value, name]) => `${spaces(indent)}${variable(name)} = ${value};`);
  return [code === undefined ? 'undefined' : quote(code), arrow(head, body)];
}
