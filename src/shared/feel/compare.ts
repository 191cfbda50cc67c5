import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime } from 'feelin';

/** What can be put in an order: `number`, `string`, `date`, …; undefined for what cannot. */
export function kindOf(value: unknown): string | undefined {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration)
    return value.yearsMonths ? 'years and months duration' : 'days and time duration';
  return ['number', 'string', 'boolean'].find((kind) => typeof value === kind);
}

/** Whether FEEL takes two values for equal; null for values of different kinds. All can be compared with null. */
export function equality(a: unknown, b: unknown): boolean | null {
  if ((a ?? null) === null || (b ?? null) === null) return (a ?? null) === (b ?? null);
  const [kind, other] = [kindOf(a), kindOf(b)];
  if (kind !== other) return null;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b)) return null;
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  }
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
    );
  }
  if (kind === undefined && !(a instanceof FeelRange && b instanceof FeelRange)) return null;
  return Object(a) === a ? (evaluate('a = b', { a, b }).value as boolean | null) : a === b;
}

/** Whether FEEL takes two values for equal; what cannot be compared is not. */
export function isEqual(a: unknown, b: unknown): boolean {
  return equality(a, b) === true;
}

/** Whether one value is less than another of the same kind, as FEEL orders them; undefined if they have no order. */
export function isLess(a: unknown, b: unknown): boolean | undefined {
  const kind = kindOf(a);
  if (kind === undefined || kind === 'boolean' || kind !== kindOf(b)) return undefined;
  if (typeof a === 'number' || typeof a === 'string') return a < (b as typeof a);
  const { value } = evaluate('a < b', { a, b });
  return typeof value === 'boolean' ? value : undefined;
}

/** Values with names: data, not one of FEEL's own objects. */
export function isContext(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A value in a message. */
export function described(value: unknown): string {
  const kind = kindOf(value);
  const isPlain = kind === undefined || ['number', 'string', 'boolean'].includes(kind);
  return isPlain
    ? (JSON.stringify(value) ?? String(value))
    : `the ${kind.replace(/.* (?=duration)/, '')} ${String(value)}`;
}

/** Why two values cannot be compared. */
export function incomparable(a: unknown, b: unknown): string {
  const kinds = [kindOf(a), kindOf(b)];
  const temporal = kinds.includes('string') && kinds.map((kind) => MAKERS[kind ?? '']).find(Boolean);
  const hint = temporal ? `; ${temporal}(…) makes a ${temporal} of a text` : '';
  return `${described(a)} cannot be compared with ${described(b)}${hint}`;
}

/** The functions that make values of a kind from texts. */
const MAKERS: Readonly<Record<string, string>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'years and months duration': 'duration',
  'days and time duration': 'duration',
};
