import { described, isEqual, isLess } from './compare';
import { define, itemsOf, type Functions, type Refuse } from './define';

/** Functions for lists. Their positions begin at 1, or count from the end. */
export function listFunctions(refuse: Refuse): Functions {
  return {
    'list contains': define(['list', 'element'], (list, element) =>
      withList(list, (items) => items.some((item) => isEqual(item, element))),
    ),
    'index of': define(['list', 'match'], (list, match) =>
      withList(list, (items) => items.flatMap((item, i) => (isEqual(item, match) ? [i + 1] : []))),
    ),
    min: define(['...list'], (...values) => extreme('min', values, (a, b) => isLess(b, a))),
    max: define(['...list'], (...values) => extreme('max', values, (a, b) => isLess(a, b))),
    median: define(['...list'], (...values) => median(itemsOf(values))),
    sublist: define(['list', 'start position', 'length'], (list, start, length) =>
      withList(list, (items) => {
        if (typeof start !== 'number' || start === 0)
          return refuse(`sublist: positions begin at 1, and ${described(start)} is none`);
        const first = Math.trunc(start > 0 ? start - 1 : items.length + start);
        const end = typeof length === 'number' ? first + Math.trunc(length) : items.length;
        return items.slice(Math.max(0, first), Math.max(0, end));
      }),
    ),
    remove: define(['list', 'position'], (list, position) =>
      withList(list, (items) => {
        const place = placeOf('remove', position, items);
        return place === null ? null : items.filter((_, index) => index !== place);
      }),
    ),
    'insert before': define(['list', 'position', 'newItem'], (list, position, item = null) =>
      withList(list, (items) => {
        const place = placeOf('insert before', position, items);
        return place === null
          ? null
          : [...items.slice(0, Math.max(0, place)), item, ...items.slice(Math.max(0, place))];
      }),
    ),
    union: define(['...list'], (...lists) =>
      lists.flat().filter((item, at, items) => items.findIndex((other) => isEqual(item, other)) === at),
    ),
    'duplicate values': define(['list'], (list) =>
      withList(list, (items) =>
        items.filter((item, i) => {
          const places = items.flatMap((other, at) => (isEqual(item, other) ? [at] : []));
          return places.length > 1 && places[0] === i;
        }),
      ),
    ),
    'is empty': define(['list'], (list) => withList(list, ({ length }) => length === 0)),
    partition: define(['list', 'size'], (list, size) =>
      withList(list, (items) => {
        if (!Number.isInteger(size) || Number(size) < 1)
          return refuse(`partition: there are no parts of ${described(size)} items`);
        const count = Math.ceil(items.length / Number(size));
        return Array.from({ length: count }, (_, i) => items.slice(i * Number(size), (i + 1) * Number(size)));
      }),
    ),
  };

  /** What is no list is one of one item. */
  function withList(list: unknown, work: (items: readonly unknown[]) => unknown): unknown {
    if (list === null || list === undefined) return null;
    return work(Array.isArray(list) ? (list as unknown[]) : [list]);
  }

  /** From 0, and less than that for what is before the beginning. */
  function placeOf(name: string, position: unknown, { length }: readonly unknown[]): number | null {
    if (position === null || position === undefined) return null;
    const place = typeof position === 'number' ? Math.trunc(position) : 0;
    if (place === 0) return refuse(`${name}: positions begin at 1, and ${described(position)} is none`);
    return place > 0 ? place - 1 : length + place;
  }

  function extreme(
    name: string,
    values: readonly unknown[],
    isBetter: (best: unknown, other: unknown) => boolean | undefined,
  ): unknown {
    const [first = null, ...rest] = itemsOf(values);
    let best = first;
    for (const other of rest) {
      const better = isBetter(best, other);
      if (better === undefined)
        return refuse(`${name}: ${described(best)} cannot be compared with ${described(other)}`);
      if (better) best = other;
    }
    return best;
  }

  /** The one in the middle, by size. */
  function median(values: readonly unknown[]): unknown {
    if (values.length === 0) return null;
    const wrong = values.find((value) => typeof value !== 'number');
    if (wrong !== undefined) return refuse(`median: ${described(wrong)} is no number`);
    const sorted = [...(values as readonly number[])].sort((a, b) => a - b);
    const [upper = 0, lower = 0] = [
      sorted[Math.floor(sorted.length / 2)],
      sorted[Math.floor((sorted.length - 1) / 2)],
    ];
    return (lower + upper) / 2;
  }
}
