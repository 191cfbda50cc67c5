import type { Mappings, Node, SubProcess } from '../2-model/types';
import { call, concat, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { rootOf, type Site } from './expressions';
import { statementLines } from './lines';
import { inputsAbove, mappedNames, nameIn, ownVariables } from './locals';
import { inOwn } from './own-variables';
import type { Constant, Step } from './step';

/** The names of variables that a sub-process has of its own. */
export function ownNames({ inputs = [], scope }: SubProcess): ReadonlySet<string> {
  return new Set([...inputs.map(({ target }) => nameIn(target)), ...(scope.declares ?? [])]);
}

/**
 * A sub-process that has mappings or variables of its own: those are the `vars` of all that is in it, so the functions
 * that it needs stand in it.
 *
 * @param scope - writes the sub-process itself
 */
export function mappedSubProcess(
  node: SubProcess,
  scope: (emission: Emission) => Doc,
  emission: Emission,
): Step {
  const own = ownNames(node);
  const { outputs } = node;
  const outside = { element: node.id, root: 'vars' };
  if (own.size === 0) {
    return {
      call: scope(emission),
      awaited: true,
      ...(outputs && { outputs: { mappings: outputs, site: outside } }),
    };
  }
  // Its listeners work with them as well: they are variables around it already.
  if (inputsAbove(node, emission)?.root === 'vars') return { call: scope(emission), awaited: true };
  const { before, site, values } = variablesOf(node, emission);
  const constant = emission.names.local(node, 'Variables');
  return {
    before,
    call: call(
      emission.uses.use('withOwn'),
      rootOf(site, emission),
      values,
      inOwn(own, (inner, indent) => statementLines(concat('await ', scope(inner)), indent), emission),
      ...(keepsAll(node) && !inputsAbove(node, emission) ? [KEEP_ALL] : []),
    ),
    awaited: true,
    ...(outputs && { outputs: { mappings: outputs, site: { element: node.id, root: constant }, constant } }),
  };
}

interface Own {
  readonly before: readonly Constant[];
  /** What they lie over. */
  readonly site: Site;
  readonly values: Doc;
}

/** The variables that an activity begins with; none besides those that stand above it. */
export function variablesOf(node: Node, emission: Emission): Own {
  const above = inputsAbove(node, emission);
  const own = inputNames(node);
  if (above) return { before: [], site: { element: node.id, root: above.root, own }, values: object([]) };
  const { before, site, entries } = ownVariables(node, own, emission);
  return { before, site, values: object([...entries, ...declaredIn(node)]) };
}

/** The names of the variables that an activity has of its own. */
export function inputNames(node: Node): ReadonlySet<string> {
  return node.kind === 'subProcess' ? ownNames(node) : mappedNames(node as Partial<Mappings>);
}

/** Those that it declares besides its inputs, which begin as nothing. */
function declaredIn(node: Node): readonly (readonly [string, Doc])[] {
  const mapped = mappedNames(node as Partial<Mappings>);
  return [...inputNames(node)].filter((name) => !mapped.has(name)).map((name) => [name, 'undefined']);
}

/** What lies over the variables around it for others to see: its own variables, as one object that it works with. */
export function sharedVariables(node: SubProcess, entries: readonly (readonly [string, Doc])[]): Doc[] {
  return [object([...entries, ...declaredIn(node)]), ...(keepsAll(node) ? [KEEP_ALL] : [])];
}

/** The option of `withOwn` by which whatever is written stays among its own variables. */
export const KEEP_ALL = object([['keep', quote('all')]]);

/** Of what a worker gives that decides, nothing but the mapped outputs goes out, as with the results of tasks. */
function keepsAll({ adHoc, outputs = [] }: SubProcess): boolean {
  return adHoc?.worker !== undefined && outputs.some(({ source }) => source.language !== 'variable');
}
