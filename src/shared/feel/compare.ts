import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelTime } from 'feelin';

/** What can be put in an order: `number`, `string`, `date`, …; undefined for what cannot. */
export function kindOf(value: unknown): string | undefined {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  return ['number', 'string', 'boolean'].find((kind) => typeof value === kind);
}

/** Whether FEEL takes two values for equal; what cannot be compared is not. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object(a) !== a || Object(b) !== b) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return evaluate('a = b', { a, b }).value === true;
}

/** Whether one value is less than another of the same kind, as FEEL orders them; undefined if they have no order. */
export function isLess(a: unknown, b: unknown): boolean | undefined {
  const kind = kindOf(a);
  if (kind === undefined || kind === 'boolean' || kind !== kindOf(b)) return undefined;
  if (typeof a === 'number' || typeof a === 'string') return a < (b as typeof a);
  const { value } = evaluate('a < b', { a, b });
  return typeof value === 'boolean' ? value : undefined;
}

/** A value in a message. */
export function described(value: unknown): string {
  const kind = kindOf(value);
  const isPlain = kind === undefined || ['number', 'string', 'boolean'].includes(kind);
  return isPlain ? (JSON.stringify(value) ?? String(value)) : `the ${kind} ${String(value)}`;
}
