import type { Node } from '../2-model/types';
import type { ElementStatement } from '../3-structure/tree';
import { commentLines } from './comments';
import { arrow, call, concat, lambda, type Doc } from './doc';
import type { Emission } from './emission';
import { joinChunks, statementLines } from './lines';
import { placeIn, type Place, type Write } from './place';

/** An element with what its listeners do as a part of it. */
export function aroundLines(node: Node, work: Work, place: Place): string[] {
  const { first = [], last = [] } = node.around ?? {};
  const done =
    last.length > 0
      ? statementLines(concat('await ', lastlyCall(node, work, place.emission, place.write)), place.indent)
      : doneLines(node, work, place);
  return joinChunks([listenerLines(first, place), done]);
}

/** The same as a function; of one expression, where that is possible. */
export function aroundFunction(node: Node, work: Work, emission: Emission, write: Write): Doc {
  const { first = [], last = [] } = node.around ?? {};
  if (first.length === 0 && last.length > 0) return lambda('()', lastlyCall(node, work, emission, write));
  return arrow('async ()', (indent) => aroundLines(node, work, placeIn(emission, indent, write)));
}

/** Writes what the element itself does. */
type Work = (place: Place) => string[];

/** `lastly(async () => { … }, async () => { … })` */
function lastlyCall(node: Node, work: Work, emission: Emission, write: Write): Doc {
  const body = arrow('async ()', (indent) => doneLines(node, work, placeIn(emission, indent, write)));
  return lastlyDoc(body, node.around?.last ?? [], emission, write);
}

export function lastlyDoc(body: Doc, last: readonly Node[], emission: Emission, write: Write): Doc {
  const after = arrow('async ()', (indent) => listenerLines(last, placeIn(emission, indent, write)));
  return call(emission.uses.use('lastly'), body, after);
}

/** Its name stands above it already, unless listeners stand between. */
function doneLines({ name, around }: Node, work: Work, place: Place): string[] {
  const { first = [], next = [] } = around ?? {};
  const isNamed = first.length > 0 && name !== undefined;
  return joinChunks([
    [...(isNamed ? commentLines({ name, notes: [] }, place.indent) : []), ...work(place)],
    listenerLines(next, place),
  ]);
}

/** What listeners do, one after another. */
export function listenerLines(steps: readonly Node[], place: Place): string[] {
  return place.write(
    steps.map((node): ElementStatement => ({ kind: 'element', node, interrupting: [], beside: [] })),
    place,
  );
}
