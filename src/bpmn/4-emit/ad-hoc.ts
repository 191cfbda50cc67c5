import type { AdHoc, Node, SubProcess } from '../2-model/types';
import type { StructuredScope } from '../3-structure/tree';
import { arrow, awaits, call, lambda, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { condition, value } from './expressions';
import { scopeLines } from './paths';
import type { Write } from './place';

type Activities = NonNullable<StructuredScope['activities']>;

/**
 * `adHoc(…)`: each activity with what follows it as a function, which has the functions that it needs in itself.
 *
 * @param events - its event sub-processes, if it has any
 */
export function adHocCall(
  node: SubProcess & { readonly adHoc: AdHoc },
  activities: Activities,
  events: readonly Doc[],
  emission: Emission,
  write: Write,
): Doc {
  const functions = activities.map(({ start, inside }): [string, Doc] => [
    start.id,
    arrow('async ()', (indent) => {
      const inner: Emission = { ...emission, functions: [] };
      const lines = scopeLines(inside, inner, indent, write);
      // Writing one function may name another one.
      for (const local of inner.functions) lines.push('', ...local.write(indent));
      return lines;
    }),
  ]);
  const [watched] = events;
  const options = [
    ...optionsOf(node.adHoc, node, emission),
    ...(watched === undefined ? [] : [['events', watched] as const]),
  ];
  const args = [quote(node.id), object(functions), ...(options.length > 0 ? [object(options)] : [])];
  return call(emission.uses.use('adHoc'), ...args);
}

function optionsOf(
  { start, sequential, completionCondition, cancelRemaining }: AdHoc,
  { id }: Node,
  emission: Emission,
): (readonly [string, Doc])[] {
  const site = { element: id, root: 'vars' };
  const until = completionCondition && condition(completionCondition, site, id, emission).doc;
  return [
    ...(start === 'all' ? [] : [['start', start === 'none' ? '[]' : value(start, site, emission)] as const]),
    ...(sequential ? [['sequential', 'true'] as const] : []),
    ...(until ? [['until', lambda(awaits(until) ? 'async ()' : '()', until)] as const] : []),
    ...(until && !cancelRemaining ? [['cancelRemaining', 'false'] as const] : []),
  ];
}
