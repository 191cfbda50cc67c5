import type {
  CatchTrigger,
  ConditionalTrigger,
  MessageTrigger,
  MultipleTrigger,
  SignalTrigger,
  SingleCatchTrigger,
  SingleThrowTrigger,
} from '../2-model/trigger-types';
import { array, awaits, call, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, memberOf, rootOf, value, type Site } from './expressions';
import { mappedEntries } from './mappings';
import { timer } from './timers';

/** What an element waits for, as a trigger of the runtime. */
export function catchTrigger(trigger: CatchTrigger, element: string, emission: Emission): Doc {
  const doc =
    trigger.kind === 'multiple' ? multiple(trigger, element, emission) : single(trigger, element, emission);
  if (!emission.attempts || !isEvaluated(trigger)) return doc;
  // Where failures are incidents it is made when it is armed, and made anew when that is tried anew.
  return lambda(awaits(doc) ? 'async ()' : '()', doc);
}

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

function multiple(trigger: MultipleTrigger, element: string, emission: Emission): Doc {
  const triggers = trigger.triggers.map((one) => single(one, element, emission));
  return call(emission.uses.use(trigger.parallel ? 'allOf' : 'anyOf'), ...triggers);
}

/** Whether something may come with the event. */
export function hasPayload(trigger: CatchTrigger): boolean {
  if (trigger.kind === 'multiple') return trigger.triggers.some(hasPayload);
  return trigger.kind === 'message' || trigger.kind === 'signal';
}

function single(trigger: SingleCatchTrigger, element: string, emission: Emission): Doc {
  switch (trigger.kind) {
    case 'timer':
      return timer(trigger, element, emission);
    case 'message':
      return messageTrigger(trigger, element, emission);
    case 'signal':
      return call(emission.uses.use('signal'), value(trigger.name, at(element), emission));
    case 'conditional':
      return until(trigger, element, emission);
  }
}

function messageTrigger({ name, key, published }: MessageTrigger, element: string, emission: Emission): Doc {
  const parts = [name, ...(key ? [key] : [])].map((part) => value(part, at(element), emission));
  return call(emission.uses.use(published ? 'published' : 'message'), ...parts);
}

/** It is asked at any time, and so cannot wait for an activity. */
function until(trigger: ConditionalTrigger, element: string, emission: Emission): Doc {
  const { condition: expression, variable, changes } = trigger;
  const { doc } = condition(expression, { ...at(element), awaited: true }, element, emission);
  if (awaits(doc)) {
    const what = { text: expression.text, problem: 'the condition of an event cannot call activities' };
    emission.reporter.report('expression-unsupported', { element, position: expression.position }, what);
  }
  const changed =
    variable === undefined
      ? []
      : [
          object([
            ['of', lambda('()', memberOf(emission.uses.use('vars'))(variable))],
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

/** What it is made of is evaluated together, or at any time. */
function at(element: string): Site {
  return { element, root: 'vars', within: true };
}
