import type { Process } from '../2-model/types';
import type { StructuredScope } from '../3-structure/tree';
import type { Position } from '../diagnostics/diagnostic';
import type { Reporter } from '../diagnostics/reporter';
import type { BeanCode } from './expressions/code';
import type { JsonSchema, Type } from './expressions/types';
import { typeOfSchema, UNKNOWN } from './expressions/types';
import type { Uses } from './helpers';
import type { Names } from './names';

/** What the emission of one process knows and collects. */
export interface Emission {
  readonly process: Process;
  readonly body: StructuredScope;
  readonly functionName: string;
  readonly uses: Uses;
  readonly names: Names;
  readonly reporter: Reporter;
  readonly variables: Variables;
  /** Which decision was the first to compare a variable with a constant, see `widened`. */
  readonly compared: Map<string, string>;
  /** Calls of beans that were met in expressions, each once. */
  readonly beans: Map<string, BeanCode & { readonly element: string; readonly position: Position }>;
  /** Local functions that are named in the code so far, and still to be written. */
  readonly functions: LocalFunction[];
}

export interface LocalFunction {
  readonly name: string;
  readonly write: (indent: number) => readonly string[];
}

/** What is known of the variables: their types, or (without a schema) nothing. */
export interface Variables {
  readonly open: boolean;
  has(name: string): boolean;
  type(name: string): Type;
  readonly names: readonly string[];
}

export function variablesOf(schema: JsonSchema | undefined): Variables {
  const properties = schema?.properties;
  const required = new Set(schema?.required);
  return {
    open: properties === undefined,
    has: (name) => properties !== undefined && Object.hasOwn(properties, name),
    type: (name) =>
      properties && Object.hasOwn(properties, name)
        ? typeOfSchema(properties[name], !required.has(name))
        : UNKNOWN,
    names: Object.keys(properties ?? {}),
  };
}
