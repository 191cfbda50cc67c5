import { described, isContext } from './compare';
import type { Refuse } from './define';

/** An item of a list as its filter sees it: its own names, and `item`. */
interface Box {
  readonly [name: string]: unknown;
  readonly _value: unknown;
  /** The filter says its place. */
  readonly _byPlace: boolean;
}

/**
 * The items of a list for feelin's filter, which drops items that are null or false themselves, and looks only into some
 * kinds of filters for the names of the items.
 *
 * @param index - what the filter gives outside of the list, where that can be: a number is the place of an item
 */
export function boxed(list: unknown, index: unknown, refuse: Refuse): readonly Box[] | null {
  if (list === null || list === undefined) return null;
  if (typeof index === 'string') return refuse(`a filter is ${described(index)}, neither a test nor a place`);
  const items = Array.isArray(list) ? (list as readonly unknown[]) : [list];
  if (typeof index !== 'number') return items.map((item) => box(item, false));
  const place = Math.trunc(index);
  return [box(place === 0 ? null : items.at(place < 0 ? place : place - 1), true)];
}

function box(item: unknown = null, _byPlace: boolean): Box {
  return { item, ...(isContext(item) && item), _value: item, _byPlace };
}

/** Whether a filter keeps an item. */
export function isKept(byPlace: boolean, verdict: unknown): boolean {
  return byPlace || verdict === true;
}

/** What a filter has kept. */
export function unboxed(boxes: readonly Box[] | null): unknown {
  if (boxes === null) return null;
  return boxes[0]?._byPlace ? boxes[0]._value : boxes.map(({ _value }) => _value);
}
