import { FeelDuration, FeelRange } from 'feelin';
import { difference, product, quotient, sum } from './arithmetic';
import { described, equality, incomparable, isEqual, isLess, kindOf } from './compare';
import type { Refuse } from './define';
import { boxed, isKept, unboxed } from './filters';

type Truth = boolean | null;

/**
 * The operators of FEEL as functions, as far as feelin's differ from the standard or from Camunda 8 (see `explicit.ts`).
 * What has no value is null.
 *
 * @param refuse - told why there is no value
 */
export function operators(refuse: Refuse): Readonly<Record<string, (...values: never[]) => unknown>> {
  const equal = (a: unknown, b: unknown): Truth => equality(a, b) ?? refuse(incomparable(a, b));
  const ordered =
    (holds: (a: unknown, b: unknown) => boolean | undefined) =>
    (a: unknown, b: unknown): Truth =>
      isNull(a) || isNull(b) ? null : (holds(a, b) ?? refuse(incomparable(a, b)));
  const less = ordered(isLess);
  const greater = ordered((a, b) => isLess(b, a));
  const within = (value: unknown, low: unknown, high: unknown, lowIsOpen: boolean, highIsOpen: boolean) =>
    both(
      lowIsOpen ? greater(value, low) : not(less(value, low)),
      highIsOpen ? less(value, high) : not(greater(value, high)),
    );
  /** A range as a value may have one end only. */
  const inRange = (value: unknown, range: FeelRange): Truth => {
    const { start, end } = range as { readonly start: unknown; readonly end: unknown };
    return within(
      value,
      start ?? value,
      end ?? value,
      !range['start included'] && !isNull(start),
      !range['end included'] && !isNull(end),
    );
  };
  /** What stands behind `in`: a list that has the value, a range that it is in, or the value. */
  const member = (value: unknown, expected: unknown): Truth => {
    if (expected instanceof FeelRange) return inRange(value, expected);
    if (!Array.isArray(expected)) return equal(value, expected);
    const items = expected as readonly unknown[];
    return isEqual(value, items) || items.some((item) => isEqual(value, item) || isIn(value, item));
  };
  const isIn = (value: unknown, item: unknown) => item instanceof FeelRange && inRange(value, item) === true;

  return {
    _product: (a: unknown, b: unknown) => product(a, b, refuse),
    _quotient: (a: unknown, b: unknown) => quotient(a, b, refuse),
    _sum: (a: unknown, b: unknown) => sum(a, b, refuse),
    _difference: (a: unknown, b: unknown) => difference(a, b, refuse),
    _equal: equal,
    _unequal: (a: unknown, b: unknown) => not(equal(a, b)),
    _less: less,
    _atMost: (a: unknown, b: unknown) => not(greater(a, b)),
    _greater: greater,
    _atLeast: (a: unknown, b: unknown) => not(less(a, b)),
    _within: within,
    _member: member,
    /** A test may give the answer itself; what an expression gives for want of a value is none. */
    _tested: (value: unknown, test: unknown, isName: boolean) => {
      if (typeof test === 'boolean') return test;
      return isNull(test) && !isName ? null : member(value, test);
    },
    _some: (truths: unknown) => some(truthsOf(truths)),
    _every: (truths: unknown) => not(some(truthsOf(truths)?.map(not))),
    _not: (truth: unknown) => not(truth),
    _condition: (value: unknown) =>
      isNull(value) || typeof value === 'boolean'
        ? value
        : refuse(`the condition of an "if" is ${described(value)}, neither true nor false`),
    _isDuration: (value: unknown, kind: string) => value instanceof FeelDuration && kindOf(value) === kind,
    _boxed: (list: unknown, index: unknown) => boxed(list, index, refuse),
    _kept: isKept,
    _unboxed: unboxed,
  };

  function truthsOf(values: unknown): readonly unknown[] | undefined {
    if (isNull(values)) return undefined;
    const truths = [values].flat();
    const wrong = truths.find((one) => !isNull(one) && typeof one !== 'boolean');
    if (wrong !== undefined) refuse(`${described(wrong)} is neither true nor false`);
    return truths;
  }
}

function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** FEEL knows three answers. */
function not(truth: unknown): Truth {
  return typeof truth === 'boolean' ? !truth : null;
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : null;
}

function some(truths: readonly unknown[] | undefined): Truth {
  if (!truths || (!truths.includes(true) && truths.some((one) => one !== false))) return null;
  return truths.includes(true);
}
