import type { Code } from './code';
import type { Typed } from './translation';
import { BOOLEAN, isKnown, NUMBER, STRING, type Type } from './types';

type Translator = (args: readonly Typed[]) => Typed | undefined;

/** FEEL's built-in functions that are one method in TypeScript, for arguments of the right types. */
export const feelFunctions: Readonly<Record<string, Translator>> = {
  not: ([value, ...more]) =>
    value && more.length === 0 && isKnown(value.type, 'boolean')
      ? { code: { kind: 'unary', operator: '!', operand: value.code }, type: BOOLEAN }
      : undefined,
  contains: ofStrings(2, BOOLEAN, (text, part) => method(text, 'includes', part)),
  'starts with': ofStrings(2, BOOLEAN, (text, part) => method(text, 'startsWith', part)),
  'ends with': ofStrings(2, BOOLEAN, (text, part) => method(text, 'endsWith', part)),
  'upper case': ofStrings(1, STRING, (text) => method(text, 'toUpperCase')),
  'lower case': ofStrings(1, STRING, (text) => method(text, 'toLowerCase')),
  count: ([list, ...more]) =>
    list && more.length === 0 && isKnown(list.type, 'array')
      ? { code: { kind: 'member', object: list.code, name: 'length' }, type: NUMBER }
      : undefined,
};

function ofStrings(
  count: number,
  type: Type,
  write: (text: Code, ...rest: readonly Code[]) => Code,
): Translator {
  return (args) => {
    const [first, ...rest] = args;
    if (!first || args.length !== count || !args.every((arg) => isKnown(arg.type, 'string')))
      return undefined;
    return { code: write(first.code, ...rest.map(({ code }) => code)), type };
  };
}

export function method(object: Code, name: string, ...args: readonly (Code | undefined)[]): Code {
  return {
    kind: 'call',
    callee: { kind: 'member', object, name },
    args: args.filter((arg) => arg !== undefined),
  };
}
