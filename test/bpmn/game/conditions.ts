import * as fc from 'fast-check';
import type { Expression } from '../../../src/bpmn/2-model/value-types';
import type { Vars } from './token-game';

/** Variables of all generated processes: small numbers, so that chance makes every condition true at times. */
export const VARIABLES = ['a', 'b', 'c'] as const;
export const VALUES = 3;

/** FEEL that has an exact translation. */
export const condition: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...VARIABLES),
    fc.constantFrom('=', '!=', '<', '>='),
    fc.nat(VALUES - 1),
    fc.boolean(),
  )
  .map(([name, sign, value, negated]) =>
    negated ? `not(${name} ${sign} ${value})` : `${name} ${sign} ${value}`,
  );

export function opposite(text: string): string {
  return /^not\((.*)\)$/.exec(text)?.[1] ?? `not(${text})`;
}

export function holds({ text }: Expression, vars: Vars): boolean {
  const match = /^(not\()?(\w+) (\S+) (\d+)\)?$/.exec(text);
  if (!match) throw new Error(`Not a condition of the game: ${text}`);
  const [, negated, name = '', sign, number] = match;
  const [left, right] = [vars[name] as number, Number(number)];
  const plain = { '=': left === right, '!=': left !== right, '<': left < right, '>=': left >= right }[sign!];
  return plain !== (negated !== undefined);
}
