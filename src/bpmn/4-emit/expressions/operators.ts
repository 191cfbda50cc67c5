import type { BinaryOperator, Code } from './code';
import { BOOLEAN, NULL, NUMBER, STRING, typeOfProperty, UNKNOWN, type Type } from './types';

/** The operators of the languages that convert between types as they go: JUEL and XPath. */
export type ConvertingOperator =
  '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

/** Code with its type, and whether it is the same as in such a language for all values that the types allow. */
export interface Converted {
  readonly code: Code;
  readonly type: Type;
  readonly exact: boolean;
}

export function literal(value: string | number | boolean | null): Converted {
  const types = { string: STRING, number: NUMBER, boolean: BOOLEAN, object: NULL } as const;
  return { code: { kind: 'literal', value }, type: types[typeof value as keyof typeof types], exact: true };
}

export function property(object: Converted, name: string): Converted {
  const type = typeOfProperty(object.type, name);
  return {
    code: { kind: 'member', object: object.code, name },
    type,
    exact: object.exact && type !== UNKNOWN,
  };
}

export function compare(operator: BinaryOperator, left: Code, right: Code, exact: boolean): Converted {
  return { code: { kind: 'binary', operator, left, right }, type: BOOLEAN, exact };
}

/** Code of which nothing is known. */
export function untyped(code: Code): Converted {
  return { code, type: UNKNOWN, exact: false };
}
