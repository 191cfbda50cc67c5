import type {
  CatchTrigger,
  ConditionalTrigger,
  MessageTrigger,
  MultipleTrigger,
  SignalTrigger,
  SingleCatchTrigger,
  SingleThrowTrigger,
} from '../2-model/trigger-types';
import { array, arrow, awaits, call, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, memberOf, rootOf, value, type Site } from './expressions';
import { statementLines } from './lines';
import { mappedEntries } from './mappings';
import { seenAt, type EventPart, type Sight } from './sight';
import { constantLines } from './step-lines';
import { timer } from './timers';

export interface Making {
  /** The inputs that its expressions see. */
  readonly sight?: Sight | undefined;
  /** What becomes of that which comes with it. */
  readonly taken?: (trigger: Doc) => Doc;
}

/** What an element waits for, as a trigger of the runtime. */
export function catchTrigger(
  trigger: CatchTrigger,
  element: string,
  emission: Emission,
  { sight, taken = (doc) => doc }: Making = {},
): Doc {
  const at: At = (part) => ({ element, root: 'vars', ...seenAt(part, sight), within: true });
  const doc = taken(
    trigger.kind === 'multiple' ? multiple(trigger, at, emission) : single(trigger, at, emission),
  );
  const { before = [] } = sight ?? {};
  if (!isEvaluated(trigger) || !(emission.attempts || before.length > 0)) return doc;
  // Where failures are incidents it is made when it is armed, and made anew when that is tried anew.
  const head = awaits(doc) ? 'async ()' : '()';
  if (before.length === 0) return lambda(head, doc);
  return arrow(head, (indent) => [
    ...constantLines(before, indent),
    ...statementLines(doc, indent, 'return '),
  ]);
}

/** Where a part of a trigger is evaluated: what it is made of together, or at any time. */
type At = (part: EventPart) => Site;

/** Whether it depends on variables when it is armed. */
function isEvaluated(trigger: CatchTrigger): boolean {
  switch (trigger.kind) {
    case 'multiple':
      return trigger.triggers.some(isEvaluated);
    case 'timer':
      return trigger.value.language !== 'literal';
    case 'message':
      return trigger.key !== undefined || trigger.name.language !== 'literal';
    case 'signal':
      return trigger.name.language !== 'literal';
    case 'conditional':
      return false;
  }
}

function multiple(trigger: MultipleTrigger, at: At, emission: Emission): Doc {
  const triggers = trigger.triggers.map((one) => single(one, at, emission));
  return call(emission.uses.use(trigger.parallel ? 'allOf' : 'anyOf'), ...triggers);
}

/** Whether something may come with the event. */
export function hasPayload(trigger: CatchTrigger): boolean {
  if (trigger.kind === 'multiple') return trigger.triggers.some(hasPayload);
  return trigger.kind === 'message' || trigger.kind === 'signal';
}

function single(trigger: SingleCatchTrigger, at: At, emission: Emission): Doc {
  switch (trigger.kind) {
    case 'timer':
      return timer(trigger, at('timer'), emission);
    case 'message':
      return messageTrigger(trigger, at, emission);
    case 'signal':
      return call(emission.uses.use('signal'), value(trigger.name, at('name'), emission));
    case 'conditional':
      return until(trigger, at('conditional'), emission);
  }
}

function messageTrigger({ name, key, published }: MessageTrigger, at: At, emission: Emission): Doc {
  const parts = [value(name, at('name'), emission), ...(key ? [value(key, at('key'), emission)] : [])];
  return call(emission.uses.use(published ? 'published' : 'message'), ...parts);
}

/** It is asked at any time, and so cannot wait for an activity. */
function until(trigger: ConditionalTrigger, site: Site, emission: Emission): Doc {
  const { condition: expression, variable, changes } = trigger;
  const { element } = site;
  const { doc } = condition(expression, { ...site, awaited: true }, element, emission);
  if (awaits(doc)) {
    const what = { text: expression.text, problem: 'the condition of an event cannot call activities' };
    emission.reporter.report('expression-unsupported', { element, position: expression.position }, what);
  }
  const changed =
    variable === undefined
      ? []
      : [
          object([
            ['of', lambda('()', memberOf(rootOf(site, emission))(variable))],
            ...(changes ? [['on', array(changes.map(quote))] as const] : []),
          ]),
        ];
  return call(emission.uses.use('until'), lambda('()', doc), ...changed);
}

/** `publish(id, 'Restocked', { key: vars.sku })`, without the element's id. */
export function thrown(
  trigger: SingleThrowTrigger,
  payload: Doc | undefined,
  site: Site,
  emission: Emission,
): readonly Doc[] {
  const name = value(trigger.name, site, emission);
  if (trigger.kind === 'signal') {
    const brought = signalPayload(trigger, payload, site, emission);
    return brought ? [name, brought] : [name];
  }
  const options = messageOptions(trigger, payload, site, emission);
  return options.length > 0 ? [name, object(options)] : [name];
}

/** The same as one of several. */
export function thrownAmongOthers(
  trigger: SingleThrowTrigger,
  payload: Doc | undefined,
  site: Site,
  emission: Emission,
): Doc {
  const entries: [string, Doc][] =
    trigger.kind === 'signal'
      ? payloadEntry(signalPayload(trigger, payload, site, emission))
      : messageOptions(trigger, payload, site, emission);
  return object([[trigger.kind, value(trigger.name, site, emission)], ...entries]);
}

function signalPayload(
  { gives }: SignalTrigger,
  inputs: Doc | undefined,
  site: Site,
  emission: Emission,
): Doc | undefined {
  if (!gives) return inputs;
  const mapped = mappedEntries(gives.mappings, site, emission);
  if (!gives.all) return object(mapped);
  const all = rootOf(site, emission);
  return mapped.length === 0 ? all : object([['...', all], ...mapped]);
}

function messageOptions(
  { key }: MessageTrigger,
  payload: Doc | undefined,
  site: Site,
  emission: Emission,
): [string, Doc][] {
  return [...(key ? [['key', value(key, site, emission)] as [string, Doc]] : []), ...payloadEntry(payload)];
}

function payloadEntry(payload: Doc | undefined): [string, Doc][] {
  return payload ? [['payload', payload]] : [];
}
