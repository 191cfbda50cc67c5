import type { Node, Process } from '../2-model/types';
import { allNodes } from '../3-structure/scope-parts';
import { workOf } from '../2-model/work-of';
import type { Value } from '../2-model/value-types';
import { nameIn } from './locals';
import { wordsOf } from './values';

/** Words in the expressions of a process or element and the variables that it writes to, apart from those of single activities. */
export function mentionedIn(within: Process | Node): ReadonlySet<string> {
  const mentioned = new Set<string>();
  const add = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) add(item);
    else if (isValue(value)) for (const word of wordsOf(value)) mentioned.add(word);
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) add(inner);
  };
  add(within); // with its flows, sub-processes and all that is in them
  const nodes = 'nodes' in within ? allNodes(within) : allNodes({ nodes: [within] });
  for (const node of nodes.map(workOf)) {
    if ('outputs' in node) for (const { target } of node.outputs ?? []) mentioned.add(nameIn(target));
    if ('loop' in node && node.loop?.kind === 'multiInstance' && node.loop.output)
      mentioned.add(node.loop.output.collection);
    if ('resultVariable' in node && node.resultVariable !== undefined) mentioned.add(node.resultVariable);
  }
  return mentioned;
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'language' in value;
}
