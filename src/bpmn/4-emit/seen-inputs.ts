import type {
  BoundaryEvent,
  IntermediateCatchEvent,
  Mapping,
  Mappings,
  Node,
  ReceiveTask,
} from '../2-model/types';
import type { ElementStatement } from '../3-structure/tree';
import { awaits, call, object } from './doc';
import type { Emission } from './emission';
import { isCatch } from './event-triggers';
import { rootOf, type Site } from './expressions';
import { localsOf, mappedNames, ownVariables, type Locals } from './locals';
import { loopOf } from './scope-call';
import { reads, type EventPart, type Sight } from './sight';
import type { Constant } from './step';
import { inputNames, sharedVariables } from './sub-process';

interface SeenInputs {
  /** Constants above the guard. */
  readonly above: readonly Constant[];
  /** Where the activity itself is written. */
  readonly inside: Emission;
  readonly sightOf: (event: BoundaryEvent) => Sight | undefined;
}

/**
 * The inputs of an activity where its boundary events read some of them: as constants above the guard, which the activity
 * works with as well. Where a trigger may be made several times, or not at all, it makes them for itself.
 *
 * @param isSkippable - a run that goes on behind the activity skips it, and must not evaluate anything of it
 */
export function seenInputs(
  statement: ElementStatement,
  isSkippable: boolean,
  emission: Emission,
): SeenInputs {
  const { node, interrupting, beside } = statement;
  const events = [...interrupting, ...beside.map(({ event }) => event)];
  const readers = events.filter((event) => readsInputs(event, node));
  if (readers.length === 0) return { above: [], inside: emission, sightOf: () => undefined };

  const isOneTime = readers.some(({ trigger }) => isConditional(trigger));
  if (!isOneTime && (emission.attempts || isSkippable)) {
    const anew = inputsOf(node, emission, true);
    // What calls activities is not done twice.
    if (!anew.before.some(({ doc }) => awaits(doc))) {
      const sight = { ...sightOn(node, anew.site), before: anew.before };
      return {
        above: [],
        inside: emission,
        sightOf: (event) => (readers.includes(event) ? sight : undefined),
      };
    }
  }
  const { before, site } = inputsOf(node, emission);
  const sight = sightOn(node, site);
  return {
    above: before,
    inside: { ...emission, above: { element: node.id, root: site.root } },
    sightOf: (event) => (readers.includes(event) ? sight : undefined),
  };
}

/** The inputs of an event or task that waits for something, where what it waits for may depend on them. */
export function awaitedInputs(
  node: IntermediateCatchEvent | ReceiveTask,
  emission: Emission,
): { readonly inputs: Locals; readonly sight: Sight | undefined } {
  const parts = partsOf(node);
  // What Camunda 8 waits for by a key of its own it names by its own variables as well.
  const seen = parts.has('name') ? new Set<EventPart>([...parts, 'key']) : parts;
  const isRead = reads(node.trigger, seen, differing(node));
  if (isRead && emission.attempts && !isConditional(node.trigger)) {
    const { before, site } = inputsOf(node, emission, true);
    if (!before.some(({ doc }) => awaits(doc)))
      return { inputs: localsOf(node, emission, { handsOver: false }), sight: { site, parts: seen, before } };
  }
  const inputs = localsOf(node, emission, { handsOver: false, seesAll: isRead });
  return { inputs, sight: isRead ? { site: inputs.site, parts: seen } : undefined };
}

/** Whether an event on an activity reads inputs of it. Those of a multi-instance or a loop are those of each turn. */
export function readsInputs({ trigger }: BoundaryEvent, node: Node): boolean {
  if (!isCatch(trigger) || loopOf(node)) return false;
  return reads(trigger, partsOf(node), differing(node));
}

/** Inputs that are not just the variables around the activity under their own names; those read the same outside. */
function differing(node: Node & Partial<Mappings>): ReadonlySet<string> {
  if (node.kind === 'subProcess') return inputNames(node); // what is in it may change them
  return mappedNames({ inputs: (node.inputs ?? []).filter((input) => !isItself(input)) });
}

function isItself({ target, source }: Mapping): boolean {
  switch (source.language) {
    case 'variable':
      return source.name === target;
    case 'feel':
      return source.text.trim() === target;
    case 'juel':
      return /^[$#]\{\s*(\w+)\s*\}$/.exec(source.text.trim())?.[1] === target;
    default:
      return false;
  }
}

/** The inputs of an activity at a place that has them. */
export function sightOn(node: Node, { root, own }: Site): Sight {
  return { site: { root, own }, parts: partsOf(node) };
}

function partsOf(node: Node & Partial<Mappings>): ReadonlySet<EventPart> {
  return new Set((node.seenBy ?? []).filter((part) => part !== 'listener'));
}

/** The inputs, and whatever else a sub-process has of its own, as constants. */
function inputsOf(
  node: Node,
  emission: Emission,
  within?: boolean,
): { readonly before: readonly Constant[]; readonly site: Site } {
  const own = inputNames(node);
  const { before, site, entries } = ownVariables(node, own, emission, within);
  const values = node.kind === 'subProcess' ? sharedVariables(node, entries) : [object(entries)];
  const name = emission.names.local(node, before.length === 0 ? 'Input' : `Input${before.length + 1}`);
  const doc = call(emission.uses.use('local'), rootOf(site, emission), ...values);
  return { before: [...before, { name, doc }], site: { ...site, root: name } };
}

function isConditional(trigger: BoundaryEvent['trigger']): boolean {
  if (trigger.kind === 'multiple') return trigger.triggers.some(isConditional);
  return trigger.kind === 'conditional';
}
