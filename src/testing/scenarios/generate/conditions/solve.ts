import { comparisonsIn, holds, type Assignment, type Literal, type Operand, type Test } from './test';

const MOST_TRIES = 20_000;

/**
 * Values with which all tests hold, by trying those that the tests themselves speak of, and their neighbours.
 *
 * @returns undefined if there seem to be none
 */
export function solve(tests: readonly Test[]): Assignment | undefined {
  const candidates = candidatesOf(tests);
  const paths = [...candidates.keys()];
  let tries = 0;
  const search = (chosen: readonly (readonly [string, Literal])[]): Assignment | undefined => {
    const path = paths[chosen.length];
    if (path === undefined) {
      tries += 1;
      const values = new Map(chosen);
      return tests.every((test) => holds(test, values)) ? values : undefined;
    }
    for (const value of candidates.get(path) ?? []) {
      if (tries > MOST_TRIES) return undefined;
      const found = search([...chosen, [path, value]]);
      if (found) return found;
    }
    return undefined;
  };
  return search([]);
}

function candidatesOf(tests: readonly Test[]): ReadonlyMap<string, readonly Literal[]> {
  const found = new Map<string, Set<Literal>>();
  const add = (operand: Operand, values: readonly Literal[]) => {
    if (!('path' in operand)) return;
    const known = found.get(operand.path) ?? new Set();
    for (const value of values) known.add(value);
    found.set(operand.path, known);
  };
  for (const test of tests.flatMap(comparisonsIn)) {
    if (test.kind === 'holds') add(test.of, [true, false]);
    else if (test.kind === 'contains') {
      add(test.text, [...literals(test.part), '']);
      add(test.part, literals(test.text));
    } else {
      const [left, right] = [literals(test.left), literals(test.right)];
      add(test.left, right.length > 0 ? right.flatMap(around) : [1, 2]);
      add(test.right, left.length > 0 ? left.flatMap(around) : [1, 2]);
    }
  }
  return new Map([...found].map(([path, values]) => [path, [...values, ...together(values)]]));
}

function literals(operand: Operand): readonly Literal[] {
  return 'value' in operand ? [operand.value] : [];
}

/** A value, and those on both sides of it. */
function around(value: Literal): readonly Literal[] {
  if (typeof value === 'number') return [value, value + 1, value - 1];
  if (typeof value === 'boolean') return [value, !value];
  return value === null ? [null, 'some'] : [value, 'other'];
}

/** A text may have to contain several others. */
function together(values: ReadonlySet<Literal>): readonly Literal[] {
  const texts = [...values].filter((value) => typeof value === 'string' && value !== '' && value !== 'other');
  return texts.length > 1 ? [texts.join(' ')] : [];
}
