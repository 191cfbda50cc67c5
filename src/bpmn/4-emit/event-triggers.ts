import type { CatchTrigger } from '../2-model/trigger-types';
import type { BoundaryEvent, EventSubProcess } from '../2-model/types';
import { arrow, awaits, call, quote, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf } from './expressions';
import { statementLines } from './lines';
import { outputLines } from './mappings';
import type { Sight } from './sight';
import { catchTrigger, hasPayload } from './triggers';

interface Caught extends Pick<BoundaryEvent, 'id' | 'outputs' | 'position'> {
  readonly trigger: Trigger;
}

type Trigger = BoundaryEvent['trigger'] | EventSubProcess['start']['trigger'];

const EVERY_EXCEPTION = new Set(['java.lang.Throwable', 'java.lang.Exception', 'java.lang.RuntimeException']);

/**
 * What a boundary event, or the start of an event sub-process, waits for, and what becomes of what comes with it.
 *
 * @param sight - inputs of its activity that its expressions see
 */
export function triggerOf(event: Caught, emission: Emission, sight?: Sight): Doc {
  const { trigger, id } = event;
  const taken = (doc: Doc) => takenTrigger(doc, event, emission);
  return isCatch(trigger)
    ? catchTrigger(trigger, id, emission, { sight, taken })
    : taken(thrownTrigger(trigger, emission));
}

function takenTrigger(doc: Doc, { trigger, id, outputs, position }: Caught, emission: Emission): Doc {
  if (!outputs) return doc;
  const brings = trigger.kind === 'error' || (isCatch(trigger) && hasPayload(trigger));
  // It is done in the step in which the event fires, and so cannot wait for an activity.
  const site = { element: id, root: brings ? PAYLOAD : 'vars', within: true };
  const lines = outputLines(outputs, site, emission);
  if (lines.some(awaits)) {
    const what = { text: id, problem: 'the mappings of such an event cannot call activities' };
    emission.reporter.report('expression-unsupported', { element: id, position }, what);
  }
  if (lines.length === 0) return doc;
  const take = arrow(brings ? `(${PAYLOAD})` : '()', (indent) =>
    lines.flatMap((line) => statementLines(line, indent)),
  );
  return call(emission.uses.use('taking'), doc, emission.uses.use('vars'), take);
}

/** Parameter of the function that takes what comes with an event: that, laid over the variables. */
const PAYLOAD = 'event';

export function isCatch(trigger: Trigger): trigger is CatchTrigger {
  return ['message', 'signal', 'timer', 'conditional', 'multiple'].includes(trigger.kind);
}

function thrownTrigger(trigger: Exclude<Trigger, CatchTrigger>, emission: Emission): Doc {
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
