/** What a simple comparison may have on either side. */
export type Literal = string | number | boolean | null;

export type Operand =
  /** A variable, or something in one: `order.amount`. */
  { readonly path: string } | { readonly value: Literal };

export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Comparisons as languages write them that took them from C. */
export const SIGNS: Readonly<Record<string, Sign>> = {
  '==': '=',
  '===': '=',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

export type Comparison =
  | { readonly kind: 'compare'; readonly sign: Sign; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'contains'; readonly text: Operand; readonly part: Operand }
  | { readonly kind: 'holds'; readonly of: Operand };

/** A condition, in whatever language it was written, as far as values can be found that make it true or false. */
export type Test =
  | Comparison
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Test[] };

/** Values of variables, by paths. */
export type Assignment = ReadonlyMap<string, Literal>;

/** What a condition comes to with these values. */
export function holds(test: Test, values: Assignment): boolean {
  const valueOf = (operand: Operand): Literal =>
    'value' in operand ? operand.value : (values.get(operand.path) ?? null);
  switch (test.kind) {
    case 'compare':
      return compared(valueOf(test.left), test.sign, valueOf(test.right));
    case 'contains':
      return String(valueOf(test.text)).includes(String(valueOf(test.part)));
    case 'holds':
      return valueOf(test.of) === true;
    case 'not':
      return !holds(test.of, values);
    case 'and':
      return test.parts.every((part) => holds(part, values));
    case 'or':
      return test.parts.some((part) => holds(part, values));
  }
}

function compared(left: Literal, sign: Sign, right: Literal): boolean {
  if (sign === '=') return left === right;
  if (sign === '!=') return left !== right;
  if (left === null || right === null || typeof left !== typeof right) return false;
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}

export function comparisonsIn(test: Test): readonly Comparison[] {
  switch (test.kind) {
    case 'and':
    case 'or':
      return test.parts.flatMap(comparisonsIn);
    case 'not':
      return comparisonsIn(test.of);
    default:
      return [test];
  }
}

/** The variables that a test looks at. */
export function pathsIn(test: Test): readonly string[] {
  const operands = comparisonsIn(test).flatMap((one): readonly Operand[] => {
    if (one.kind === 'compare') return [one.left, one.right];
    return one.kind === 'contains' ? [one.text, one.part] : [one.of];
  });
  return [...new Set(operands.flatMap((operand) => ('path' in operand ? [operand.path] : [])))];
}

/** The same test of variables with other names. */
export function renamed(test: Test, rename: (path: string) => string): Test {
  const operand = (one: Operand): Operand => ('path' in one ? { path: rename(one.path) } : one);
  switch (test.kind) {
    case 'compare':
      return { ...test, left: operand(test.left), right: operand(test.right) };
    case 'contains':
      return { ...test, text: operand(test.text), part: operand(test.part) };
    case 'holds':
      return { ...test, of: operand(test.of) };
    case 'not':
      return { ...test, of: renamed(test.of, rename) };
    default:
      return { ...test, parts: test.parts.map((part) => renamed(part, rename)) };
  }
}
