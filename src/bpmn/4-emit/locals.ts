import type { Mapping, Mappings, Node } from '../2-model/types';
import type { Value } from '../2-model/value-types';
import { call, concat, object, type Doc } from './doc';
import type { Emission, InputsAbove } from './emission';
import { memberOf, rootOf, type Site } from './expressions';
import { mapped, mappedEntries } from './mappings';
import type { Constant, Step } from './step';
import { wordsOf } from './values';

/** The variables that an element has of its own, by its input mappings. */
export interface Locals {
  readonly before: readonly Constant[];
  /** Where the element's own expressions see them. */
  readonly site: Site;
  /** Them alone; undefined if it has none. */
  readonly input: Doc | undefined;
  /** What of a result stays with them instead of going into variables of the same name. */
  readonly except: readonly string[];
}

/** What an element does with its inputs: hands them over as they are, reads them in expressions, or sees all variables. */
export interface Use {
  readonly handsOver: boolean;
  readonly values?: readonly (Value | undefined)[];
  readonly seesAll?: boolean;
}

type Mapped = Node & Partial<Mappings>;

/**
 * The inputs of an element: in place, or as a constant where other expressions of it see them.
 *
 * @param use - who sees them besides its outputs
 */
export function localsOf(node: Mapped, emission: Emission, use: Use): Locals {
  const { inputs = [], outputs = [] } = node;
  const outside: Site = { element: node.id, root: 'vars' };
  if (inputs.length === 0) return { before: [], site: outside, input: undefined, except: [] };

  const own = mappedNames(node);
  const above = inputsAbove(node, emission);
  const values = [...(use.values ?? []), ...outputs.map(({ source }) => source)];
  const seen = values.some((value) => value !== undefined && wordsOf(value).some((word) => own.has(word)));
  const groups = inOrder(inputs);
  const except = outputs.length > 0 ? [] : [...own].filter((name) => emission.mentioned.has(name));
  if (above) {
    const site = { ...outside, root: above.root, own };
    const isAround = above.root === 'vars';
    return { before: [], site, input: membersOf(own, site, emission), except: isAround ? [] : except };
  }
  const isSeen = seen || use.seesAll === true;
  if (!isSeen && use.handsOver && groups.length === 1) {
    return { before: [], site: outside, input: mapped(inputs, outside, emission), except };
  }
  const { before, site, input } = asConstants(node, groups, own, emission);
  const last = before.at(-1);
  if (isSeen || use.handsOver || !last) return { before, site, input, except };
  // Nobody reads the last one; still the diagram says that it is evaluated.
  return { before: [...before.slice(0, -1), { doc: last.doc }], site: outside, input: undefined, except };
}

function asConstants(
  node: Mapped,
  groups: readonly (readonly Mapping[])[],
  own: ReadonlySet<string>,
  emission: Emission,
): Pick<Locals, 'before' | 'site' | 'input'> {
  const { before, site } = layersOf(node, groups, { element: node.id, root: 'vars', own }, emission);
  return { before, site, input: membersOf(own, site, emission) };
}

function membersOf(names: ReadonlySet<string>, site: Site, emission: Emission): Doc {
  const member = memberOf(rootOf(site, emission));
  return object([...names].map((name) => [name, member(name)]));
}

/** Where the inputs of an element are, if they stand above it. */
export function inputsAbove({ id }: Pick<Node, 'id'>, { above }: Emission): InputsAbove | undefined {
  return above?.element === id ? above : undefined;
}

/** Each group of mappings as a constant that lies over the one before. */
function layersOf(
  node: Mapped,
  groups: readonly (readonly Mapping[])[],
  outside: Site,
  emission: Emission,
): { readonly before: readonly Constant[]; readonly site: Site } {
  const before: Constant[] = [];
  let site = outside;
  groups.forEach((group, i) => {
    const doc = call(emission.uses.use('local'), rootOf(site, emission), mapped(group, site, emission));
    const name = emission.names.local(node, i === 0 ? 'Input' : `Input${i + 1}`);
    before.push({ name, doc });
    site = { ...site, root: name };
  });
  return { before, site };
}

/** For what begins with its inputs as variables of its own: the last of them, and what they lie over. */
export function ownVariables(
  node: Mapped,
  own: ReadonlySet<string>,
  emission: Emission,
  within?: boolean,
): {
  readonly before: readonly Constant[];
  readonly site: Site;
  readonly entries: readonly (readonly [string, Doc])[];
} {
  const groups = inOrder(node.inputs ?? []);
  const outside: Site = { element: node.id, root: 'vars', own, within };
  const { before, site } = layersOf(node, groups.slice(0, -1), outside, emission);
  return { before, site, entries: mappedEntries(groups.at(-1) ?? [], site, emission) };
}

/** Mappings that can be evaluated together: none of a group sees another one of it. */
function inOrder(inputs: readonly Mapping[]): readonly (readonly Mapping[])[] {
  const groups: Mapping[][] = [];
  let targets = new Set<string>();
  for (const mapping of inputs) {
    const current = groups.at(-1);
    if (!current || wordsOf(mapping.source).some((word) => targets.has(word))) {
      groups.push([mapping]);
      targets = new Set();
    } else current.push(mapping);
    targets.add(nameIn(mapping.target));
  }
  return groups;
}

/** The names of the variables that inputs make. */
export function mappedNames({ inputs = [] }: Partial<Mappings>): ReadonlySet<string> {
  return new Set(inputs.map(({ target }) => nameIn(target)));
}

/** The variable of a target: `order` of `order.total`. */
export function nameIn(target: string): string {
  return target.split('.')[0] ?? target;
}

/** The step with what goes out of the element by its output mappings, which see the variables at `site`. */
export function withOutputs(step: Step, node: Mapped, site: Site, emission: Emission): Step {
  const { outputs, resultGoesOut = false } = node;
  // Where the inputs are variables around it, a result of their names goes to them by itself.
  if (inputsAbove(node, emission)?.root === 'vars') return step;
  if (!outputs) return withOwnTarget(step, node, 'vars');
  const { call: work, awaited, assigned, target, before = [] } = step;
  const hasResult = assigned === true || target !== undefined;
  if (!hasResult || resultGoesOut)
    return { ...withOwnTarget(step, node, site.root), outputs: { mappings: outputs, site } };
  // Texts and numbers need nothing of the result.
  if (outputs.every(({ source }) => wordsOf(source).length === 0)) {
    return { before, call: work, awaited, outputs: { mappings: outputs, site } };
  }
  const done = awaited ? concat('await ', work) : work;
  const result = target === undefined ? done : object([[target, done]]);
  const constant = emission.names.local(node, 'Result');
  return {
    before,
    call: call(emission.uses.use('local'), rootOf(site, emission), result),
    awaited: false,
    outputs: { mappings: outputs, site: { element: node.id, root: constant }, constant },
  };
}

/** A result that one of the element's own variables takes stays with it: for its outputs, if they see its variables. */
function withOwnTarget(step: Step, { inputs = [] }: Mapped, root: string): Step {
  const { target, ...rest } = step;
  if (target === undefined || !inputs.some((input) => nameIn(input.target) === target)) return step;
  return root === 'vars' ? rest : { ...step, targetRoot: root };
}
