/**
 * A test of one column of a decision table. FEEL knows three answers: what is missing (null) is neither below nor above
 * anything, so the test gives null, and so does its opposite; a rule applies only if all its tests give true.
 */
export type Test<T> = {
  // a method, so that a test of texts fits a column of certain texts
  test(value: T | null): boolean | null;
}['test'];

type Scalar = string | number | boolean;
type Ordered = string | number;

/** The value is this one. FEEL: `"EU"`, `42`, `null` */
export function is<T extends Scalar | null>(expected: T): Test<T> {
  return (value) => isSame(value, expected);
}

/** The value is one of these. FEEL: `"EU", "CH"` */
export function oneOf<T extends Scalar | null>(...expected: readonly T[]): Test<T> {
  return (value) => anyTrue(expected.map((one) => isSame(value, one)));
}

/** FEEL: `< 1000` */
export function below<T extends Ordered>(limit: T): Test<T> {
  return (value) => compared(value, limit, (order) => order < 0);
}

/** FEEL: `<= 1000` */
export function atMost<T extends Ordered>(limit: T): Test<T> {
  return (value) => compared(value, limit, (order) => order <= 0);
}

/** FEEL: `> 1000` */
export function above<T extends Ordered>(limit: T): Test<T> {
  return (value) => compared(value, limit, (order) => order > 0);
}

/** FEEL: `>= 1000` */
export function atLeast<T extends Ordered>(limit: T): Test<T> {
  return (value) => compared(value, limit, (order) => order >= 0);
}

/**
 * The value lies between two others, which count themselves unless the bounds say otherwise: `between(18, 65, '[)')` is
 * from 18 up to, but not including, 65. FEEL: `[18..65)`
 */
export function between<T extends Ordered>(
  low: T,
  high: T,
  bounds: '[]' | '[)' | '(]' | '()' = '[]',
): Test<T> {
  const fromLow = bounds.startsWith('[') ? atLeast(low) : above(low);
  const toHigh = bounds.endsWith(']') ? atMost(high) : below(high);
  return (value) => {
    const [above, below] = [fromLow(value), toHigh(value)];
    return above === null || below === null ? null : above && below;
  };
}

/** At least one of the tests is passed. FEEL: `< 10, [20..30]` */
export function either<T>(...tests: readonly Test<T>[]): Test<T> {
  return (value) => anyTrue(tests.map((test) => test(value)));
}

/** The test is not passed; of what has no answer there is no opposite. FEEL: `not("EU")` */
export function not<T>(test: Test<T>): Test<T> {
  return (value) => {
    const answer = test(value);
    return answer === null ? null : !answer;
  };
}

function anyTrue(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function isSame(value: unknown, expected: Scalar | null): boolean {
  if (value === null || expected === null) return value === expected;
  requireKind(value, expected);
  return value === expected;
}

function compared(value: unknown, limit: Ordered, holds: (order: number) => boolean): boolean | null {
  if (value === null || limit === null) return null;
  requireKind(value, limit);
  return holds(value === limit ? 0 : (value as Ordered) < limit ? -1 : 1);
}

/** Comparing what cannot be compared is a mistake in the table or in the data; FEEL would let no rule apply, silently. */
function requireKind(value: unknown, expected: Scalar): void {
  if (typeof value === typeof expected) return;
  throw new TypeError(`${shown(value)} cannot be compared with ${shown(expected)}`);
}

/** A value for messages. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
