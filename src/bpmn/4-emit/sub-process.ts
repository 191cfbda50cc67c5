import type { SubProcess } from '../2-model/types';
import { arrow, call, concat, object, type Doc } from './doc';
import { shadowedBy, type Emission } from './emission';
import { rootOf } from './expressions';
import { Uses } from './helpers';
import { statementLines } from './lines';
import { nameIn, ownVariables } from './locals';
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
      withItsFunctions(scope, own, emission),
    ),
    awaited: true,
    ...(outputs && { outputs: { mappings: outputs, site: { element: node.id, root: constant }, constant } }),
  };
}

function withItsFunctions(
  scope: (emission: Emission) => Doc,
  own: ReadonlySet<string>,
  emission: Emission,
): Doc {
  const uses = new Uses(emission.uses, 'inner');
  const variables = shadowedBy(own, emission.variables);
  const body = (indent: number) => {
    const inner: Emission = { ...emission, variables, uses, functions: [] };
    const lines = statementLines(concat('await ', scope(inner)), indent);
    // Writing one function may name another one.
    for (const local of inner.functions) lines.push('', ...local.write(indent));
    return lines;
  };
  const shortHead = () => {
    const given = uses.from('run').filter((name) => name === 'vars' || name === 'assign');
    return given.length > 0 ? `async ({ ${given.join(', ')} })` : 'async ()';
  };
  return arrow('async ({ vars, assign })', body, { shortHead });
}
