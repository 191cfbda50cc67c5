import type { Loop } from '../2-model/loop-types';
import type { Node } from '../2-model/types';
import type { ElementStatement, StructuredEvent, StructuredScope } from '../3-structure/tree';
import { adHocCall } from './ad-hoc';
import { branchOf } from './branches';
import { commentLines, type Comment } from './comments';
import { arrow, call, lambda, quote, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { scopeLines } from './paths';
import { commentOf, placeIn, type Write } from './place';
import { commentOnEvent, eventArguments } from './scope-events';
import { ownNames } from './sub-process';

/** An embedded sub-process. */
export function scopeCall(statement: ElementStatement, emission: Emission, write: Write): Doc {
  const { node, inner } = statement;
  if (!inner) throw new Error(`Sub-process ${node.id} has no inside.`);
  if (node.kind === 'subProcess' && node.adHoc && inner.activities) {
    const events = eventArguments(inner.events, emission, (event) => eventRun(event, emission, write));
    return adHocCall({ ...node, adHoc: node.adHoc }, inner.activities, events, emission, write);
  }
  if (node.kind === 'subProcess' && ownNames(node).size > 0) {
    const body = arrow('async ()', (indent) => scopeLines(inner, emission, indent, write));
    return scopeWith(body, inner, emission, write);
  }
  const name = emission.names.local(node);
  const body =
    inner.paths.length === 0
      ? branchOf(name, inner.body, emission, write, commentOf(node))
      : scopeFunction(name, inner, emission, write, commentOf(node));
  return scopeWith(body, inner, emission, write);
}

/** An event sub-process as a function. */
export function eventRun({ node, inner }: StructuredEvent, emission: Emission, write: Write): Doc {
  const statement: ElementStatement = { kind: 'element', node, inner, interrupting: [], beside: [] };
  if (!isPlainScope(statement) || node.around) {
    return arrow('async ()', (indent) => write([statement], placeIn(emission, indent, write)));
  }
  const body = scopeFunction(emission.names.local(node), inner, emission, write, commentOnEvent(node));
  return lambda('()', scopeWith(body, inner, emission, write));
}

function scopeWith(body: Doc, inner: StructuredScope, emission: Emission, write: Write): Doc {
  const events = eventArguments(inner.events, emission, (event) => eventRun(event, emission, write));
  return call(emission.uses.use('scope'), quote(inner.scope.id), body, ...events);
}

/** The inside of a scope as a local function; gives its name. */
function scopeFunction(
  name: string,
  inner: StructuredScope,
  emission: Emission,
  write: Write,
  comment: Comment,
): string {
  const heads = emission.continuing.of(inner.body);
  if (heads) emission.parts.push({ name, ids: heads.ids });
  emission.functions.push({
    name,
    write: (indent) => [
      ...commentLines(comment, indent),
      `${spaces(indent)}async function ${name}() {`,
      ...scopeLines(inner, emission, indent + 2, write),
      `${spaces(indent)}}`,
    ],
  });
  return name;
}

/** A sub-process that has neither variables of its own nor mappings. */
export function isPlainScope({ node }: ElementStatement): boolean {
  return node.kind === 'subProcess' && ownNames(node).size === 0 && !node.outputs;
}

export function loopOf(node: Node): Loop | undefined {
  return 'loop' in node ? node.loop : undefined;
}

export function isGuarded({ interrupting, beside }: ElementStatement): boolean {
  return interrupting.length > 0 || beside.length > 0;
}
