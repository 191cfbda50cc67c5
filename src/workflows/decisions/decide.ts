import { decisionFailed, partFailed } from './failures';
import { aggregated, inOrderOfOutputs, type Aggregation, type OutputOrder } from './hit-policies';
import type { Computed, Outputs, Rule } from './rules';
import { shown, type Test } from './tests';

/** The head of a decision table of DMN; `Out` is what one rule puts out. */
export interface DecisionTable<In, Out> {
  /** Id or name of the decision; failures name it. */
  readonly decision: string;
  /** The columns, with the values that the rules test. */
  readonly inputs: In;
  /** The values that columns may have; any other one fails. */
  readonly allowed?: { readonly [Column in keyof In]?: Test<NonNullable<In[Column]>> };
  /** The values that outputs may have; computed ones that are none of these fail. By them outputs are put in order. */
  readonly outputs?: OutputOrder<NoInfer<Out>>;
  /** What comes out when no rule applies. */
  readonly otherwise?: NoInfer<Outputs<Out>>;
}

/** What one result comes from. */
export interface SingleHitTable<In, Out> extends DecisionTable<In, Out> {
  readonly hitPolicy: 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY';
}

/** Stands for an `otherwise` that is not there. */
interface Missing {
  readonly [missing]: true;
}
declare const missing: unique symbol;
type NullIf<Otherwise> = Otherwise extends Missing ? null : never;

/** What several results come from. */
export interface MultipleHitTable<In, Out> extends DecisionTable<In, Out> {
  readonly hitPolicy: 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';
}

/** What one number comes from. */
export interface AggregatedTable<In> extends DecisionTable<In, number> {
  readonly aggregation: Aggregation;
}

/**
 * Decides by a table of DMN: one result. A rule applies if all its tests are passed. When none does the result is
 * `otherwise`, without that null. Pure: it can be called in workflows, in tests, anywhere. Temporal calls: none.
 *
 * | hit policy | result |
 * | --- | --- |
 * | `UNIQUE` | the output of the one rule that applies; several fail |
 * | `FIRST` | that of the first rule that applies |
 * | `ANY` | that of all rules that apply, which must agree |
 * | `PRIORITY` | of those of the rules that apply, that which comes first in `outputs` |
 *
 * Say what the decision returns, for by that the types of the outputs are checked.
 *
 * @throws ApplicationFailure, not retried: `DecisionFailed` when the hit policy does not allow what the rules say, or a
 * value is not among those that are allowed; `ExpressionFailed`, with decision, rule and column, when a test or output
 * cannot be evaluated, or a column has no value (null is one).
 * @example
 * function risk({ amount, region }: Order): 'green' | 'yellow' | 'red' | null {
 *   return decide({ decision: 'Risk', hitPolicy: 'UNIQUE', inputs: { amount, region }, otherwise: 'yellow' }, [
 *     rule({ amount: below(1000), region: is('EU') }, 'green'),
 *     rule({ amount: atLeast(1000) }, 'red'),
 *   ]);
 * }
 */
export function decide<In extends object, Out, Otherwise = Missing>(
  table: SingleHitTable<In, Out> & { readonly otherwise?: Otherwise },
  rules: readonly Rule<NoInfer<In>, NoInfer<Out>>[],
): Out | NullIf<Otherwise> {
  return resultOf<In, Out>(table as SingleHitTable<In, Out>, rules) as Out | NullIf<Otherwise>;
}

function resultOf<In extends object, Out>(
  table: SingleHitTable<In, Out>,
  rules: readonly Rule<In, Out>[],
): Out | null {
  const hits = hitsOf(table, rules);
  if (hits.length === 0)
    return table.otherwise === undefined ? null : defaultOf<In, Out>(table, table.otherwise);
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw tooMany(table.decision, hits);
      return first(allOutputs<In, Out>(table, hits));
    case 'FIRST':
      return first(allOutputs<In, Out>(table, hits));
    case 'ANY':
      return agreed<In, Out>(table, hits);
    case 'PRIORITY':
      return first(inOrderOfOutputs(allOutputs<In, Out>(table, hits), table.outputs));
  }
}

/**
 * Like {@link decide}, but each rule that applies has its say: a list of results, in the order of the rules (`COLLECT`,
 * `RULE ORDER`) or in that of `outputs` (`OUTPUT ORDER`). When no rule applies it is empty, or has `otherwise` in it.
 *
 * @example
 * function discounts({ age, isMember }: Customer): number[] {
 *   return decideAll({ decision: 'Discounts', hitPolicy: 'COLLECT', inputs: { age, isMember } }, [
 *     rule({ age: below(18) }, 5),
 *     rule({ isMember: is(true) }, 10),
 *   ]);
 * }
 */
export function decideAll<In extends object, Out>(
  table: MultipleHitTable<In, Out>,
  rules: readonly Rule<NoInfer<In>, NoInfer<Out>>[],
): Out[] {
  const hits = hitsOf(table, rules);
  if (hits.length === 0)
    return table.otherwise === undefined ? [] : [defaultOf<In, Out>(table, table.otherwise)];
  const outputs = allOutputs<In, Out>(table, hits);
  return table.hitPolicy === 'OUTPUT ORDER' ? inOrderOfOutputs(outputs, table.outputs) : outputs;
}

/**
 * Like {@link decideAll}, but gives one number: the sum, the smallest or the largest of the results, or how many there
 * are. When no rule applies it is `otherwise`, without that null, or 0 where they are counted.
 *
 * @example
 * function fee({ amount, isExpress }: Order): number | null {
 *   return aggregate({ decision: 'Fee', aggregation: 'SUM', inputs: { amount, isExpress } }, [
 *     rule({}, 2),
 *     rule({ amount: above(1000) }, () => amount * 0.01),
 *     rule({ isExpress: is(true) }, 5),
 *   ]);
 * }
 */
export function aggregate<In extends object>(
  table: AggregatedTable<In>,
  rules: readonly Rule<NoInfer<In>, number>[],
): number | null {
  const hits = hitsOf(table, rules);
  if (hits.length === 0 && table.otherwise !== undefined)
    return defaultOf<In, number>(table, table.otherwise);
  return aggregated(table.aggregation, allOutputs<In, number>(table, hits), table.decision);
}

/** A rule that applies, and its place in the table. */
interface Hit<In, Out> {
  readonly rule: Rule<In, Out>;
  readonly index: number;
}

function hitsOf<In extends object, Out>(
  table: DecisionTable<In, Out> & { readonly hitPolicy?: string },
  rules: readonly Rule<In, Out>[],
): Hit<In, Out>[] {
  checkInputs(table);
  const hits: Hit<In, Out>[] = [];
  for (const [index, rule] of rules.entries()) {
    if (!applies(table, rule, index)) continue;
    hits.push({ rule, index });
    if (table.hitPolicy === 'FIRST') break;
  }
  return hits;
}

function allOutputs<In, Out>(table: DecisionTable<In, Out>, hits: readonly Hit<In, Out>[]): Out[] {
  return hits.map(({ rule, index }) => outputsOf(table, rule.then, `rule ${index + 1}`));
}

function defaultOf<In, Out>(table: DecisionTable<In, Out>, otherwise: Outputs<Out>): Out {
  return outputsOf(table, otherwise, 'default');
}

function first<Out>([output]: readonly Out[]): Out | null {
  return output ?? null;
}

function checkInputs<In extends object, Out>({ decision, inputs, allowed }: DecisionTable<In, Out>): void {
  for (const [column, value] of Object.entries(inputs) as [keyof In & string, never][]) {
    if (value === undefined) throw partFailed(decision, `input '${column}'`, 'it has no value');
    const test = allowed?.[column];
    if (!test || value === null) continue;
    const isAllowed = attempt(decision, `input '${column}'`, () => test(value));
    if (isAllowed !== true) {
      throw decisionFailed(decision, `${shown(value)} is no value that the input '${column}' may have`);
    }
  }
}

function applies<In extends object, Out>(
  { decision, inputs }: DecisionTable<In, Out>,
  { when }: Rule<In, Out>,
  index: number,
): boolean {
  return (Object.entries(when) as [keyof In & string, Test<unknown>][]).every(([column, test]) =>
    attempt(decision, `rule ${index + 1}, input '${column}'`, () => test(inputs[column]) === true),
  );
}

/** Outputs are computed one by one, so that a failure can name the one. */
function outputsOf<In, Out>(
  { decision, outputs }: DecisionTable<In, Out>,
  then: Outputs<Out>,
  place: string,
): Out {
  const compute = <T>(value: Computed<T>, place: string): T =>
    typeof value === 'function' ? attempt(decision, place, value as () => T) : value;
  const check = (value: unknown, known: readonly unknown[] | undefined, place: string) => {
    if (!known || value === null || known.includes(value)) return;
    throw decisionFailed(decision, `${place} gave ${shown(value)}, which is none of ${shown(known)}`);
  };
  if (typeof then !== 'object' || then === null || Array.isArray(then)) {
    const value = compute(then as Computed<Out>, `${place}, output`);
    if (Array.isArray(outputs)) check(value, outputs, place);
    return value;
  }
  const entries = Object.entries(then as Readonly<Record<string, Computed<unknown>>>).map(([name, entry]) => {
    const value = compute(entry, `${place}, output '${name}'`);
    const known = (outputs as Readonly<Record<string, readonly unknown[]>> | undefined)?.[name];
    check(value, known, `${place}, output '${name}',`);
    return [name, value] as const;
  });
  return Object.fromEntries(entries) as Out;
}

function agreed<In, Out>(table: DecisionTable<In, Out>, hits: readonly Hit<In, Out>[]): Out {
  const outputs = allOutputs<In, Out>(table, hits);
  const texts = new Set(outputs.map(shown));
  if (texts.size === 1) return outputs[0] as Out;
  throw decisionFailed(
    table.decision,
    `rules ${listed(hits)} apply and give ${[...texts].join(' and ')}, but its hit policy ANY wants them to agree`,
    { rules: hits.map(({ index }) => index + 1) },
  );
}

function tooMany(decision: string, hits: readonly Place[]) {
  return decisionFailed(decision, `rules ${listed(hits)} apply, but its hit policy UNIQUE allows only one`, {
    rules: hits.map(({ index }) => index + 1),
  });
}

type Place = Pick<Hit<never, never>, 'index'>;

/** `2, 3 and 7`, counted from 1. */
function listed(hits: readonly Place[]): string {
  const numbers = hits.map(({ index }) => String(index + 1));
  return `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`;
}

function attempt<T>(decision: string, place: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw partFailed(decision, place, error);
  }
}
