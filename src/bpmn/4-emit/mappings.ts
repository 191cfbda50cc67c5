import type { Mapping } from '../2-model/types';
import { concat, isPlainKey, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { memberOf, value } from './expressions';

/** `a.b` as a target makes an object in `a`. */
export function mapped(mappings: readonly Mapping[], element: string, emission: Emission): Doc {
  const tree: Tree = new Map();
  for (const { target, source } of mappings) {
    put(tree, target.split('.'), value(source, { element, root: 'vars' }, emission));
  }
  return toObject(tree);
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

function toObject(tree: Tree): Doc {
  return object([...tree].map(([key, inner]) => [key, inner instanceof Map ? toObject(inner) : inner]));
}

/** Statements that put a result, laid over the variables in a constant, into the variables. */
export function outputLines(outputs: readonly Mapping[], element: string, root: string, emission: Emission) {
  const variable = memberOf(emission.uses.use('vars'));
  return outputs.map(({ target, source }): Doc => {
    const [name = '', ...path] = target.split('.');
    const doc = value(source, { element, root }, emission);
    return concat(`${variable(name)} = `, nested(variable(name), path, doc));
  });
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
