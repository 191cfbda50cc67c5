import type { Span } from './tokens';

/** A condition, by what decides whether another one denies it. */
export interface Deniable {
  /** Its text without what says nothing: space around it. */
  readonly text: string;
  /** What it holds without, if it is a denial: `approved` of `!approved`. */
  readonly denies: string | undefined;
}

/** @param at - where the whole stands in `text`; `operand`: where what it denies stands, if it is a denial */
export function deniable(text: string, at: Span, operand: Span | undefined): Deniable {
  const slice = ({ from, to }: Span) => text.slice(from, to);
  return { text: slice(at), denies: operand && slice(operand) };
}

/** Whether one of two conditions is the denial of the other. */
export function isEitherDenied(a: Deniable, b: Deniable): boolean {
  return a.denies === b.text || b.denies === a.text;
}
