import type { Mapping } from '../2-model/types';
import type { Value } from '../2-model/value-types';
import { concat, isPlainKey, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf, type Site } from './expressions';
import { valueDoc } from './values';

/** Mappings as an object; `a.b` as a target makes an object in `a`. */
export function mapped(mappings: readonly Mapping[], site: Site, emission: Emission): Doc {
  return object(mappedEntries(mappings, site, emission));
}

export function mappedEntries(
  mappings: readonly Mapping[],
  site: Site,
  emission: Emission,
): readonly (readonly [key: string, value: Doc])[] {
  const tree: Tree = new Map();
  for (const { target, source } of mappings) {
    put(tree, target.split('.'), valueDoc(source, site, emission));
  }
  return entriesOf(tree);
}

type Tree = Map<string, Tree | Doc>;

function put(tree: Tree, [key = '', ...rest]: readonly string[], doc: Doc): void {
  if (rest.length === 0) {
    tree.set(key, doc);
    return;
  }
  const inner = tree.get(key);
  const branch = inner instanceof Map ? inner : (new Map() as Tree);
  tree.set(key, branch);
  put(branch, rest, doc);
}

function entriesOf(tree: Tree): readonly (readonly [string, Doc])[] {
  return [...tree].map(([key, inner]) => [key, inner instanceof Map ? object(entriesOf(inner)) : inner]);
}

/** Statements that write mapped values into the variables. */
export function outputLines(mappings: readonly Mapping[], site: Site, emission: Emission): readonly Doc[] {
  const moved = mappings.filter(({ target, source }) => site.root !== 'vars' || nameIn(source) !== target);
  return moved.map(({ target, source }): Doc => {
    const [name = '', ...path] = target.split('.');
    const variable = memberOf(emission.uses.use('vars'))(name);
    return concat(`${variable} = `, nested(variable, path, valueDoc(source, site, emission)));
  });
}

/** The variable of which a value is nothing but the name. */
function nameIn(source: Value): string | undefined {
  if (source.language === 'variable') return source.name;
  return source.language === 'juel' ? /^[$#]\{\s*([\w$]+)\s*\}$/.exec(source.text.trim())?.[1] : undefined;
}

/** `{ ...vars.payment, receipt: … }`: what else is in the object stays. */
function nested(at: string, [key, ...rest]: readonly string[], doc: Doc): Doc {
  if (key === undefined) return doc;
  const inner = isPlainKey(key) ? `${at}?.${key}` : `${at}?.[${quote(key)}]`;
  return object([
    ['...', at],
    [key, nested(inner, rest, doc)],
  ]);
}
