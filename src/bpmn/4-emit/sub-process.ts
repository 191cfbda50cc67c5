import type { SubProcess } from '../2-model/types';
import { call, concat, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { rootOf } from './expressions';
import { statementLines } from './lines';
import { nameIn, ownVariables } from './locals';
import { inOwn } from './own-variables';
import type { Step } from './step';

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
  const { before, site, entries } = ownVariables(node, own, emission);
  const mapped = new Set((node.inputs ?? []).map(({ target }) => nameIn(target)));
  const declared = [...own].filter((name) => !mapped.has(name));
  const values = object([...entries, ...declared.map((name): [string, Doc] => [name, 'undefined'])]);
  const constant = emission.names.local(node, 'Variables');
  return {
    before,
    call: call(
      emission.uses.use('withOwn'),
      rootOf(site, emission),
      values,
      inOwn(own, (inner, indent) => statementLines(concat('await ', scope(inner)), indent), emission),
      ...(keepsAll(node) ? [KEEP_ALL] : []),
    ),
    awaited: true,
    ...(outputs && { outputs: { mappings: outputs, site: { element: node.id, root: constant }, constant } }),
  };
}

/** The option of `withOwn` by which whatever is written stays among its own variables. */
export const KEEP_ALL = object([['keep', quote('all')]]);

/** Of what a worker gives that decides, nothing but the mapped outputs goes out, as with the results of tasks. */
function keepsAll({ adHoc, outputs = [] }: SubProcess): boolean {
  return adHoc?.worker !== undefined && outputs.some(({ source }) => source.language !== 'variable');
}
