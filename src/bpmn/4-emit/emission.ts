import type { Node, Process } from '../2-model/types';
import type { Form } from '../2-model/forms/form';
import type { StructuredScope } from '../3-structure/tree';
import type { CalledDecisions } from './called-decisions';
import type { Callees } from './callees';
import type { Continuing } from './continuing';
import type { CalledActivity } from './called-activity';
import type { IncidentChoice } from '../../shared/incidents';
import type { Position } from '../diagnostics/diagnostic';
import type { Reporter } from '../diagnostics/reporter';
import type { JsonSchema, Type } from './expressions/types';
import { typeOfSchema, UNKNOWN } from './expressions/types';
import type { Uses } from './helpers';
import type { LocalNames } from './local-names';
import type { Compared } from './widened';

/** What the emission of one process knows and collects. */
export interface Emission {
  readonly process: Process;
  readonly body: StructuredScope;
  readonly functionName: string;
  readonly uses: Uses;
  readonly names: LocalNames;
  readonly reporter: Reporter;
  readonly variables: Variables;
  /** Of the user tasks that have one, by their ids. */
  readonly forms: ReadonlyMap<string, Form>;
  /** Failures that stop only the branch that they are in. */
  readonly incidents: IncidentChoice | 'possible' | undefined;
  /** Whether those of expressions are among them, so that expressions have to be able to wait. */
  readonly attempts: boolean;
  /** Which decision was the first to compare a variable with a constant, see `widened`. */
  readonly compared: Map<string, Compared>;
  /** What expressions and scripts call, each once, as it was met. */
  readonly calls: Map<string, ExpressionCall>;
  /** The processes that it calls, as the file names them. */
  readonly callees: Callees;
  /** The decisions that it calls, as the file names them. */
  readonly decisions: CalledDecisions;
  /** Words in expressions and names that are written to: what may be a variable of the process. */
  readonly mentioned: ReadonlySet<string>;
  /** Local functions that are named in the code so far, and still to be written. */
  readonly functions: LocalFunction[];
  /** The loops at which runs go on in other ones. */
  readonly continuing: Continuing;
  /** Functions that may be done by a run of their own, as they were named. */
  readonly parts: Part[];
  /**
   * Functions that undo activities of the process itself, by activity, as they were named. Missing where functions do
   * not stand in the process's own one.
   */
  readonly undo?: Map<string, string> | undefined;
  /** The inputs of an element that are variables where it is written, so that others see them as well. */
  readonly above?: InputsAbove | undefined;
  /** Functions that paths of the scope go on at, by the element where they begin. */
  readonly paths: ReadonlyMap<Node, PathNames>;
}

export interface InputsAbove {
  /** The id of the element. */
  readonly element: string;
  /** The constant that has them. */
  readonly root: string;
}

/** A function whose rest another run may do, from one of these loops on. */
export interface Part {
  readonly name: string;
  readonly ids: readonly string[];
}

export interface PathNames {
  /** The function. */
  readonly run: string;
  /** The join in front of it. */
  readonly gate?: string;
  /** Arriving at the join says by which flow. */
  readonly isByFlow?: boolean;
}

/** An activity that is called because an expression or script needs it. */
export interface ExpressionCall {
  readonly activity: CalledActivity;
  readonly position: Position;
  /** Why it is needed, where that does not follow from what is written. */
  readonly reason?: string;
}

export interface LocalFunction {
  readonly name: string;
  readonly write: (indent: number) => readonly string[];
}

/** What is known of the variables: their types, or (without a schema) nothing. */
export interface Variables {
  readonly open: boolean;
  /** There are some of a scope's own, which shadow the others: `vars` is not that of the process. */
  readonly shadowed: boolean;
  has(name: string): boolean;
  type(name: string): Type;
  readonly names: readonly string[];
}

export function variablesOf(schema: JsonSchema | undefined): Variables {
  const properties = schema?.properties;
  const required = new Set(schema?.required);
  return {
    open: properties === undefined,
    shadowed: false,
    has: (name) => properties !== undefined && Object.hasOwn(properties, name),
    type: (name) =>
      properties && Object.hasOwn(properties, name)
        ? typeOfSchema(properties[name], !required.has(name))
        : UNKNOWN,
    names: Object.keys(properties ?? {}),
  };
}

/** The variables in a scope that has some of its own, of which the types are not known. */
export function shadowedBy(
  own: ReadonlySet<string>,
  variables: Variables,
  types: ReadonlyMap<string, Type> = new Map(),
): Variables {
  return {
    ...variables,
    shadowed: true,
    has: (name) => own.has(name) || variables.has(name),
    type: (name) => (own.has(name) ? (types.get(name) ?? UNKNOWN) : variables.type(name)),
  };
}
