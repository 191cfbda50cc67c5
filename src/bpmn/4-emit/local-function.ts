import type { Block } from '../3-structure/tree';
import { commentLines, type Comment } from './comments';
import { spaces } from './doc';
import type { Emission } from './emission';
import { commentOf, type Place } from './place';

/** A path as a local function, to be written behind the main path; gives its name. That of an event is described by it. */
export function localFunction(
  name: string,
  body: Block,
  emission: Emission,
  write: Place['write'],
  comment: Comment = { notes: [] },
): string {
  const heads = emission.continuing.of(body);
  const [first, ...rest] = body;
  const event = first?.kind === 'element' && first.node.kind === 'boundaryEvent' ? first.node : undefined;
  if (heads) emission.parts.push({ name, ids: heads.ids });
  emission.functions.push({
    name,
    write: (indent) => [
      ...commentLines(event ? commentOf(event) : comment, indent),
      `${spaces(indent)}async function ${name}() {`,
      ...write(event ? rest : body, { emission, indent: indent + 2, returnsVars: false, write, heads }),
      `${spaces(indent)}}`,
    ],
  });
  return name;
}

/** The functions that code has named, behind it. Writing one of them may name another one. */
export function functionLines({ functions }: Emission, indent: number): string[] {
  const lines: string[] = [];
  for (const local of functions) lines.push('', ...local.write(indent));
  return lines;
}
