import { FeelRange } from 'feelin';
import { described, isLess } from './compare';
import { define, type Functions, type Refuse } from './define';

/** A point, or the ends of a range; null is an end that is open for ever. */
interface Span {
  readonly isPoint: boolean;
  readonly start: unknown;
  readonly startIncluded: boolean;
  readonly end: unknown;
  readonly endIncluded: boolean;
}

type Relation = (a: Span, b: Span) => boolean;

/** The relations of DMN 1.3 (table 78) between points and ranges. */
const RELATIONS: Readonly<Record<string, Relation>> = {
  before: isBefore,
  after: (a, b) => isBefore(b, a),
  meets,
  'met by': (a, b) => meets(b, a),
  overlaps: (a, b) => reaches(a, b) && reaches(b, a),
  'overlaps before': overlapsBefore,
  'overlaps after': (a, b) => overlapsBefore(b, a),
  finishes,
  'finished by': (a, b) => finishes(b, a),
  includes,
  during: (a, b) => includes(b, a),
  starts,
  'started by': (a, b) => starts(b, a),
  coincides,
};

export function rangeFunctions(refuse: Refuse): Functions {
  const entries = Object.entries(RELATIONS).map(([name, holds]) => {
    const relate = define(['a', 'b'], (a, b) => {
      const [first, second] = [spanOf(a), spanOf(b)];
      if (!first || !second) return null;
      try {
        return holds(first, second);
      } catch (error) {
        if (!(error instanceof Incomparable)) throw error;
        return refuse(`${name}: ${error.message}`);
      }
    });
    return [name, relate] as const;
  });
  return Object.fromEntries(entries);
}

class Incomparable extends Error {
  override readonly name = 'Incomparable';
}

/** A point is a range with nothing beside it. */
function spanOf(value: unknown): Span | undefined {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof FeelRange))
    return { isPoint: true, start: value, startIncluded: true, end: value, endIncluded: true };
  return {
    isPoint: false,
    start: value.start as unknown,
    startIncluded: value['start included'],
    end: value.end as unknown,
    endIncluded: value['end included'],
  };
}

/** Negative, zero or positive. An open start is before everything, an open end behind. */
function order(a: unknown, b: unknown, open: { readonly a: -1 | 1; readonly b: -1 | 1 }): number {
  if (a === null || b === null) {
    if (a === null && b === null) return open.a - open.b;
    return a === null ? open.a : -open.b;
  }
  const [less, more] = [isLess(a, b), isLess(b, a)];
  if (less === undefined || more === undefined)
    throw new Incomparable(`${described(a)} cannot be compared with ${described(b)}`);
  return less ? -1 : more ? 1 : 0;
}

function starting(a: Span, b: Span): number {
  return order(a.start, b.start, { a: -1, b: -1 });
}

function ending(a: Span, b: Span): number {
  return order(a.end, b.end, { a: 1, b: 1 });
}

/** Where one ends, as seen from where the other starts. */
function endToStart(a: Span, b: Span): number {
  return order(a.end, b.start, { a: 1, b: -1 });
}

function isBefore(a: Span, b: Span): boolean {
  const at = endToStart(a, b);
  return at < 0 || (at === 0 && !(a.endIncluded && b.startIncluded));
}

function meets(a: Span, b: Span): boolean {
  return endToStart(a, b) === 0 && a.endIncluded && b.startIncluded;
}

/** Whether one goes on until the other has started. */
function reaches(a: Span, b: Span): boolean {
  return !isBefore(a, b);
}

function overlapsBefore(a: Span, b: Span): boolean {
  const [start, end] = [starting(a, b), ending(a, b)];
  const startsFirst = start < 0 || (start === 0 && a.startIncluded && !b.startIncluded);
  const endsFirst = end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded));
  return startsFirst && endsFirst && reaches(a, b);
}

/** Of a point there is nothing but its end. */
function finishes(a: Span, b: Span): boolean {
  if (ending(a, b) !== 0 || a.endIncluded !== b.endIncluded) return false;
  const start = starting(a, b);
  return a.isPoint || start > 0 || (start === 0 && (!a.startIncluded || b.startIncluded));
}

function starts(a: Span, b: Span): boolean {
  if (starting(a, b) !== 0 || a.startIncluded !== b.startIncluded) return false;
  const end = ending(a, b);
  return a.isPoint || end < 0 || (end === 0 && (!a.endIncluded || b.endIncluded));
}

function includes(a: Span, b: Span): boolean {
  const [start, end] = [starting(a, b), ending(a, b)];
  const fromStart = start < 0 || (start === 0 && (a.startIncluded || !b.startIncluded));
  return fromStart && (end > 0 || (end === 0 && (a.endIncluded || !b.endIncluded)));
}

function coincides(a: Span, b: Span): boolean {
  return (
    starting(a, b) === 0 &&
    ending(a, b) === 0 &&
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded
  );
}
