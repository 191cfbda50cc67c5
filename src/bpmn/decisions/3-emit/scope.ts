import type { KnownNames } from '../../4-emit/expressions/feel-syntax';
import type { Position } from '../../diagnostics/diagnostic';
import type { Reporter } from '../../diagnostics/reporter';
import type { DecisionUses } from './helpers';
import type { ItemTypes } from './item-types';
import type { Logic } from './logic';
import type { NameBook } from './names';
import type { ValueType } from './value-types';

/** What a name of FEEL is in the code. */
export interface Binding {
  /** The identifier. */
  readonly code: string;
  readonly value: ValueType;
  /** An input whose type is only what the file says: code that relies on it has to check it first. */
  readonly isInput?: boolean;
  /** It may be null, and nothing is wrong with that. */
  readonly mayBeNull?: boolean;
  /** There may be dates and the like in it, as FEEL has them. */
  readonly isRaw?: boolean;
  /** It is a function of the file. */
  readonly callable?: Callable;
}

/** A function that can be called directly. */
export interface Callable {
  readonly code: string;
  readonly parameters: readonly Parameter[];
  readonly result: Pick<Logic, 'type' | 'ts' | 'isRaw'>;
}

export interface Parameter {
  readonly name: string;
  /** What the function checks it to be. */
  readonly kind: 'number' | 'string' | 'boolean' | undefined;
}

/** The names that an expression sees. */
export type Scope = ReadonlyMap<string, Binding>;

/** The function that code is written for. */
export interface Work {
  /** Named by failures. */
  readonly label: string;
  readonly element: string;
  readonly position: Position;
  readonly uses: DecisionUses;
  readonly types: ItemTypes;
  readonly reporter: Reporter;
  readonly names: NameBook;
  /** Inputs that code relies on being numbers, texts or booleans. */
  readonly checked: Map<string, 'number' | 'string' | 'boolean'>;
}

/** The names in scope, with those of their properties, so that FEEL knows the ones with blanks. */
export function knownIn(scope: Scope): KnownNames {
  return Object.fromEntries([...scope].map(([name, { value }]) => [name, value.names]));
}
