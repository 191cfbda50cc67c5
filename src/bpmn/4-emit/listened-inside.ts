import type { Mappings, Node, ServiceTask } from '../2-model/types';
import { aroundLines } from './around';
import { call } from './doc';
import { rootOf, type Site } from './expressions';
import { inOwn } from './own-variables';
import { placeIn, type Place } from './place';
import { mappingLines, stepLines } from './step-lines';
import { inputNames, variablesOf } from './sub-process';

type Listened = Node & Partial<Mappings>;

/** Whether its listeners see its inputs, and come before its outputs, as in Camunda 7. */
export function isListenedInside(node: Node): node is Listened {
  const { around, seenBy = [] } = node as Listened;
  return around !== undefined && seenBy.includes('listener') && !keepsResult(node);
}

/** What it brings is there for the outputs alone, and so for no listener between them. */
function keepsResult(node: Node): boolean {
  if (node.kind === 'callActivity') return node.outputs !== undefined && node.takes.kept !== undefined;
  const { outputs, decision, resultVariable } = node as Partial<ServiceTask>;
  return outputs !== undefined && decision !== undefined && resultVariable === undefined;
}

/**
 * An element with what its listeners do inside of its mappings: the inputs are the `vars` of all that.
 *
 * @param work - writes what the element itself does
 */
export function listenedLines(
  node: Listened,
  work: (bare: Node, place: Place) => string[],
  { emission, indent, write }: Place,
): string[] {
  const { outputs, resultGoesOut: _, ...bare } = node;
  const inside = (at: Place) => aroundLines(bare as Node, (deeper) => work(bare as Node, deeper), at);
  const own = inputNames(node);
  if (own.size === 0) {
    const site: Site = { element: node.id, root: 'vars' };
    return [
      ...inside(placeIn(emission, indent, write)),
      ...mappingLines(outputs ?? [], site, emission, indent),
    ];
  }
  const { before, site, values } = variablesOf(node, emission);
  const body = inOwn(
    own,
    (inner, deeper) =>
      inside(placeIn({ ...inner, above: { element: node.id, root: 'vars' } }, deeper, write)),
    emission,
  );
  const constant = emission.names.local(node, 'Variables');
  const done = {
    before,
    call: call(emission.uses.use('withOwn'), rootOf(site, emission), values, body),
    awaited: true,
    ...(outputs && { outputs: { mappings: outputs, site: { element: node.id, root: constant }, constant } }),
  };
  return stepLines(done, emission, indent);
}
