import { described } from './compare';
import { define, type Functions, type Refuse } from './define';

/** Roundings of whole numbers, for numbers whose digits have been moved before the point. */
const ROUNDINGS: Readonly<Record<string, (value: number) => number>> = {
  decimal: (value) => halfway(value, (whole) => (whole % 2 === 0 ? whole : whole + 1)),
  floor: Math.floor,
  ceiling: Math.ceil,
  'round up': (value) => Math.sign(value) * Math.ceil(Math.abs(value)),
  'round down': Math.trunc,
  'round half up': (value) => halfway(value, (whole) => (value > 0 ? whole + 1 : whole)),
  'round half down': (value) => halfway(value, (whole) => (value > 0 ? whole : whole + 1)),
};

export function numberFunctions(refuse: Refuse): Functions {
  const roundings = Object.entries(ROUNDINGS).map(([name, round]) => {
    const rounded = define(['n', 'scale'], (n, scale = 0) => {
      if (n === null || n === undefined || scale === null) return null;
      if (typeof n !== 'number' || !Number.isInteger(scale))
        return refuse(
          `${name}: it takes a number and a whole number, not ${described(n)}, ${described(scale)}`,
        );
      const digits = Number(scale);
      return shifted(round(shifted(n, digits)), -digits) + 0; // there is no -0 in FEEL
    });
    return [name, rounded] as const;
  });
  return {
    ...Object.fromEntries(roundings),
    number: define(['from', 'grouping separator', 'decimal separator'], (from, grouping, point) => {
      if (from === null || from === undefined) return null;
      const value = typeof from === 'string' ? numberIn(from, grouping, point) : undefined;
      return value ?? refuse(`number: ${described(from)} is not the text of a number`);
    }),
    'random number': define([], () => Math.random()),
  };
}

/** Between two whole numbers the lower one goes up or stays; else the nearest. */
function halfway(value: number, choose: (lower: number) => number): number {
  const lower = Math.floor(value);
  return value - lower === 0.5 ? choose(lower) : Math.round(value);
}

/** The decimal point moved in the digits as they are written: 1.005 times 100 would be less than 100.5. */
function shifted(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function numberIn(text: string, grouping: unknown, point: unknown): number | undefined {
  const ungrouped = typeof grouping === 'string' && grouping !== '' ? text.replaceAll(grouping, '') : text;
  const isOther = typeof point === 'string' && point !== '' && point !== '.';
  if (isOther && ungrouped.includes('.')) return undefined;
  const written = (isOther ? ungrouped.replace(point, '.') : ungrouped).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written) ? Number(written) : undefined;
}
