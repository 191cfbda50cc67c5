import type { Expression } from '../../2-model/value-types';
import type { Position } from '../../diagnostics/diagnostic';

/** What a file of decisions says. */
export interface DecisionModel {
  readonly file: string;
  readonly name?: string;
  /** Each after those that it requires. */
  readonly decisions: readonly Decision[];
  /** Each after those that it requires. */
  readonly knowledge: readonly KnowledgeModel[];
  readonly types: readonly ItemType[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
  readonly documentation?: string;
}

/** A value that has a name: a variable, a parameter, a column. */
export interface Item {
  readonly name: string;
  /** As the file has it: `number`, `tApplicant`. */
  readonly type?: string;
}

/** A decision or a business knowledge model. */
export interface Requiring extends Named {
  /** What others call its result. */
  readonly variable: Item;
  /** Ids of the business knowledge models that it calls. */
  readonly knowledge: readonly string[];
}

export interface Decision extends Requiring {
  /** Ids of the decisions whose results it sees. */
  readonly decisions: readonly string[];
  readonly inputs: readonly Item[];
  readonly logic: Boxed;
  /** It is a decision service, which gives the results of these. */
  readonly service?: readonly Decision[];
  /** It is only there for a decision service: nobody else calls it. */
  readonly isInner?: boolean;
}

/** A function that decisions call. */
export interface KnowledgeModel extends Requiring {
  readonly logic: FunctionDefinition;
}

export interface ItemType {
  readonly name: string;
  /** The type that it is another name of. */
  readonly base?: string;
  readonly components: readonly Item[];
  readonly isCollection: boolean;
  /** Texts that a value of it may be. */
  readonly allowed?: Expression;
}

/** DMN's boxed expressions. */
export type Boxed =
  Literal | DecisionTable | Context | Invocation | List | Relation | FunctionDefinition | Results;

export interface Literal {
  readonly kind: 'literal';
  readonly expression: Expression;
  readonly type?: string;
}

export interface Context {
  readonly kind: 'context';
  /** Each sees those before it. */
  readonly entries: readonly { readonly variable: Item; readonly value: Boxed }[];
  /** What the context is for; without one its value is an object of the entries. */
  readonly result?: Boxed;
}

export interface Invocation {
  readonly kind: 'invocation';
  /** Name of the function. */
  readonly called: Expression;
  readonly bindings: readonly { readonly parameter: string; readonly value: Boxed }[];
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Boxed[];
}

export interface Relation {
  readonly kind: 'relation';
  readonly columns: readonly Item[];
  readonly rows: readonly (readonly Boxed[])[];
}

/** What a decision service gives: the results of decisions, an object of them if there are several. */
export interface Results {
  readonly kind: 'results';
  readonly names: readonly string[];
}

export interface FunctionDefinition {
  readonly kind: 'function';
  readonly parameters: readonly Item[];
  readonly body: Boxed;
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: 'SUM' | 'MIN' | 'MAX' | 'COUNT';
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly rules: readonly TableRule[];
}

export interface InputColumn {
  readonly label?: string;
  readonly expression: Expression;
  readonly type?: string;
  /** Tests, one of which every value must pass. */
  readonly allowed?: Expression;
  /** Name by which tests know the value besides `?`. */
  readonly variable?: string;
}

export interface OutputColumn {
  /** Of the only output it may be missing. */
  readonly name?: string;
  readonly label?: string;
  readonly type?: string;
  /** Values, the most important first. */
  readonly values?: Expression;
  readonly otherwise?: Expression;
  readonly position: Position;
}

export interface TableRule {
  /** By column; undefined for those that may have any value. */
  readonly tests: readonly (Expression | undefined)[];
  readonly outputs: readonly (Expression | undefined)[];
  readonly note?: string;
  readonly position: Position;
}
