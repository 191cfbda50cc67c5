import { isCollection, isMap, isNode, isPair, isScalar, type Document } from 'yaml';

export type Path = readonly PropertyKey[];
type Range = readonly [number, number];

/** Where the value at a path stands; where it is not there itself, the nearest thing around it. */
export function placeOfValue(document: Document, path: Path): Range | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return [node.range[0], node.range[1]];
  }
  return undefined;
}

/** Where a key stands, or an entry of a list. */
export function placeOfKey(document: Document, path: Path): Range | undefined {
  const around: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isCollection(around) && isMap(around)) {
    const pair = around.items.find((item) => isPair(item) && keyOf(item.key) === String(path.at(-1)));
    if (pair && isNode(pair.key) && pair.key.range) return [pair.key.range[0], pair.key.range[1]];
  }
  return placeOfValue(document, path);
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
