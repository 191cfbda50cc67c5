import type { Block } from '../3-structure/tree';
import { commentLines, type Comment } from './comments';
import { spaces } from './doc';
import type { Emission } from './emission';
import type { Place } from './place';

/** A path as a local function, to be written behind the main path; gives its name. */
export function localFunction(
  name: string,
  body: Block,
  emission: Emission,
  write: Place['write'],
  comment: Comment = { notes: [] },
): string {
  const heads = emission.continuing.of(body);
  if (heads) emission.parts.push({ name, ids: heads.ids });
  emission.functions.push({
    name,
    write: (indent) => [
      ...commentLines(comment, indent),
      `${spaces(indent)}async function ${name}() {`,
      ...write(body, { emission, indent: indent + 2, returnsVars: false, write, heads }),
      `${spaces(indent)}}`,
    ],
  });
  return name;
}
