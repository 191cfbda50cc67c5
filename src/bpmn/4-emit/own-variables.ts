import { arrow, type Doc } from './doc';
import { shadowedBy, type Emission } from './emission';
import type { Type } from './expressions/types';
import { Uses } from './helpers';
import { functionLines } from './local-function';

/**
 * The function that `withOwn` runs: in it `vars` has variables of its own, so the functions that it needs stand in it.
 *
 * @param write - writes what it does
 * @param types - what is known of its own variables
 */
export function inOwn(
  own: ReadonlySet<string>,
  write: (emission: Emission, indent: number) => readonly string[],
  emission: Emission,
  types?: ReadonlyMap<string, Type>,
): Doc {
  const uses = new Uses(emission.uses, 'inner');
  const variables = shadowedBy(own, emission.variables, types);
  const body = (indent: number) => {
    const inner: Emission = { ...emission, variables, uses, functions: [], undo: undefined };
    return [...write(inner, indent), ...functionLines(inner, indent)];
  };
  const shortHead = () => {
    const given = uses.from('run').filter((name) => name === 'vars' || name === 'assign');
    return given.length > 0 ? `async ({ ${given.join(', ')} })` : 'async ()';
  };
  return arrow('async ({ vars, assign })', body, { shortHead });
}
