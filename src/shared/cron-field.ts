import { numbers } from './calendar';

/** The values that one field of a cron expression may have. */
export interface Field {
  readonly first: number;
  readonly last: number;
  /** Names of the values, from the first one. */
  readonly names?: readonly string[];
  /** A value that means another one: Sunday may be 7 as well as 0. */
  readonly alias?: (value: number) => number;
}

/**
 * The values that a field says, sorted: `*`, `5`, `1-5`, `0/15`, `MON-FRI`, `22-2`, and lists of these. Undefined
 * for all of them, empty if it says nothing sensible.
 */
export function field(text: string, range: Field): readonly number[] | undefined {
  if (text === '*' || text === '?') return undefined;
  const parts = text.split(',').map((part) => valuesOf(part, range));
  if (parts.some((values) => values.length === 0)) return [];
  const { alias = (value: number) => value } = range;
  return [...new Set(parts.flat().map(alias))].sort((a, b) => a - b);
}

function valuesOf(part: string, range: Field): readonly number[] {
  const [, from = '', to, step] = /^([^-/]+)(?:-([^-/]+))?(?:\/(\d+))?$/.exec(part) ?? [];
  const by = step === undefined ? 1 : Number(step);
  const first = from === '*' ? range.first : valueOf(from, range);
  // `5/10` goes on to the end.
  const end = range.names ? range.first + range.names.length - 1 : range.last;
  const openEnd = from === '*' || step !== undefined ? end : first;
  const last = to === undefined ? openEnd : valueOf(to, range);
  if (first === undefined || last === undefined || by < 1 || (from === '*' && to !== undefined)) return [];
  if (first <= last) return numbers(first, last, by);
  // Over the end: FRI-MON, 22-2.
  const around = [...numbers(first, end), ...numbers(range.first, last)];
  return around.filter((_, index) => index % by === 0);
}

function valueOf(text: string, { first, last, names }: Field): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return first + named;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= first && value <= last ? value : undefined;
}
