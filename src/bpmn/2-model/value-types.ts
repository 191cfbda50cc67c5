import type { Position } from '../diagnostics/diagnostic';

/** A value that a diagram puts together: mappings have more than expressions. */
export type Value = Expression | VariableValue | ListValue | MapValue | ScriptValue;

/** The variable of this name, by which data associations refer to it; it may not exist. */
export interface VariableValue {
  readonly language: 'variable';
  readonly name: string;
}

export interface ListValue {
  readonly language: 'list';
  readonly items: readonly Value[];
}

export interface MapValue {
  readonly language: 'map';
  readonly entries: readonly { readonly key: string; readonly value: Value }[];
}

/** What a script returns. */
export interface ScriptValue {
  readonly language: 'script';
  readonly script: Expression | ForeignScript;
}

/**
 * An expression or script of the diagram. FEEL is without its leading `=`, JUEL is the whole text with its `${…}`, Java
 * may be MVEL, with or without `return`, `literal` is text that stands for itself.
 */
export interface Expression {
  readonly language: 'feel' | 'java' | 'javascript' | 'juel' | 'xpath' | 'literal';
  readonly text: string;
  readonly position: Position;
}

/** A script in a language that Baton does not run: the user's activity `script` gets its source. */
export interface ForeignScript {
  readonly language: 'foreign';
  /** As the diagram names the language. */
  readonly format?: string;
  readonly text: string;
  readonly position: Position;
}
