import type { Expression } from '../../2-model/value-types';
import { wrap } from '../../4-emit/comments';
import { array, call, object, quote, table as tableDoc, type Doc, type TableRow } from '../../4-emit/doc';
import type { DecisionTable, OutputColumn, TableRule } from '../2-model/types';
import { constantsIn, type Constant } from './constants';
import { asFeel, computed, constant, type Value, valueOf } from './expression';
import { NameBook } from './names';
import { isListed, outputType, type OutputInfo } from './output-types';
import type { Scope, Work } from './scope';
import type { Logic } from './logic';
import { unaryTest, type TestedColumn } from './unary-test';
import { betterOf, type ValueType } from './value-types';

/** How wide a comment above a rule may be. */
const COMMENT_WIDTH = 100;

/** A decision table: `decide({ … }, [rule({ … }, …), …])`. */
export function tableLogic(table: DecisionTable, scope: Scope, work: Work, raw: boolean): Logic {
  const columns = columnsOf(table, scope, work);
  const outputs = table.outputs.map((output) => outputOf(output, table, work));
  const rules = table.rules.map((rule, index) =>
    ruleParts(rule, index, outputs, { table, scope, work, raw }),
  );
  const declared = outputs.map(
    ({ column }) => column.otherwise && valueOf(column.otherwise, scope, work, { raw }),
  );
  const last = isOtherwise(table, rules) ? rules.at(-1) : undefined;
  const defaults = last ?? declared;
  const hasDefault = defaults.some((value) => value !== undefined);

  const { hitPolicy, aggregation } = table;
  const helper = aggregation ? 'aggregate' : isListed(table) ? 'decideAll' : 'decide';
  const allowed = columns.flatMap(({ key, allowed }) => (allowed ? [[key, allowed] as const] : []));
  const head = object([
    ['decision', quote(work.label)],
    aggregation ? ['aggregation', quote(aggregation)] : ['hitPolicy', quote(hitPolicy)],
    ['inputs', object(columns.map(({ key, doc }) => [key, doc]))],
    ...(allowed.length > 0 ? [['allowed', object(allowed)] as const] : []),
    ...orderOf(outputs),
    ...(hasDefault ? [['otherwise', outputDoc(defaults, outputs)] as const] : []),
  ]);
  const rows = table.rules.slice(0, last ? -1 : undefined).map((rule, index): TableRow => {
    const tests = columns.flatMap(({ key, tested }, i) => {
      const test = rule.tests[i];
      return test ? [[key, unaryTest(test, tested, scope, work)] as const] : [];
    });
    return {
      comments: rule.note === undefined ? [] : wrap(rule.note, COMMENT_WIDTH),
      doc: call(work.uses.use('rule'), object(tests), outputDoc(rules[index] ?? [], outputs)),
    };
  });
  const callee = work.uses.use(helper);
  const doc = rows.length === 0 ? call(callee, head, array([])) : tableDoc(callee, head, rows);
  const isRaw = raw && rules.flat().some((value) => value?.isRaw === true);
  return { before: [], doc, ...outputType(table, outputs, rules, defaults), isRaw };
}

/**
 * Whether the last rule always applies, where the first one counts, and puts out constants: then it is what comes out
 * otherwise, so that the type of the result says that there is one. With a note it stays a rule, which has room for it.
 */
function isOtherwise(
  { hitPolicy, outputs, rules }: DecisionTable,
  values: readonly (readonly (Value | undefined)[])[],
): boolean {
  const last = rules.at(-1);
  const hasDefault = outputs.some(({ otherwise }) => otherwise !== undefined);
  if (hitPolicy !== 'FIRST' || hasDefault || !last || last.note !== undefined) return false;
  const isConstant = values
    .at(-1)
    ?.every((value) => value?.constant !== undefined && value.constant !== null);
  return last.tests.every((test) => test === undefined) && isConstant === true;
}

interface Column {
  readonly key: string;
  readonly doc: Doc;
  readonly tested: TestedColumn;
  readonly allowed: Doc | undefined;
}

function columnsOf({ inputs, rules }: DecisionTable, scope: Scope, work: Work): Column[] {
  const book = new NameBook();
  return inputs.map(({ label, expression, type, allowed, variable }, index) => {
    const place = `input ${label ?? index + 1}`;
    const tests = [allowed, ...rules.map(({ tests }) => tests[index])];
    const declared = timed(
      work.types.of(type, { position: expression.position, element: work.element }),
      tests,
    );
    const raw = declared.ts === 'unknown' || declared.temporal !== undefined;
    const { doc, binding } = valueOf(expression, scope, work, { place, raw });
    const value = binding ? betterOf(declared, binding.value) : declared;
    const tested: TestedColumn = { value, variable };
    const key = binding?.name ?? label ?? `input${index + 1}`;
    return {
      key: book.take(key, `input${index + 1}`),
      doc: binding ? asFeel({ ...binding, value }, work) : doc,
      tested,
      allowed: allowed && unaryTest(allowed, tested, scope, work),
    };
  });
}

/** Camunda 7's type `date` is a moment, which cells compare with `date and time("…")`. */
function timed(declared: ValueType, tests: readonly (Expression | undefined)[]): ValueType {
  const hasTime = tests.some((test) => test && /\bdate and time\s*\(/.test(test.text));
  return declared.temporal === 'date' && hasTime ? { ...declared, temporal: 'date and time' } : declared;
}

function outputOf(column: OutputColumn, table: DecisionTable, work: Work): OutputInfo {
  const where = { position: column.position, element: work.element };
  const declared = work.types.of(column.type, where);
  const { values } = column;
  const allowed = values && constantsIn(values.text);
  if (values && !allowed) {
    work.reporter.report(
      'values-not-constant',
      { ...where, position: values.position },
      { text: values.text },
    );
  }
  const key = table.outputs.length > 1 ? (column.name ?? '') : undefined;
  return { column, key, declared, allowed };
}

interface RuleContext {
  readonly table: DecisionTable;
  readonly scope: Scope;
  readonly work: Work;
  readonly raw: boolean;
}

/** What a rule puts out, by column. */
function ruleParts(
  rule: TableRule,
  index: number,
  outputs: readonly OutputInfo[],
  context: RuleContext,
): readonly (Value | undefined)[] {
  return outputs.map((output, i) => {
    const expression = rule.outputs[i];
    if (!expression) {
      reportMissing(rule, index, output, context);
      return undefined;
    }
    const value = valueOf(expression, context.scope, context.work, { raw: context.raw });
    checkAllowed(value, expression, index, output, context);
    return value;
  });
}

function reportMissing(
  { position }: TableRule,
  index: number,
  { column }: OutputInfo,
  { work, table }: RuleContext,
): void {
  if (table.aggregation === 'COUNT') return;
  const output = column.label ?? column.name ?? '';
  work.reporter.report(
    'rule-without-output',
    { position, element: work.element },
    { number: index + 1, output },
  );
}

function checkAllowed(
  { constant: given }: Value,
  { position }: Expression,
  index: number,
  { allowed, column }: OutputInfo,
  { work }: RuleContext,
): void {
  if (given === undefined || given === null || !allowed || allowed.includes(given)) return;
  work.reporter.report(
    'output-not-allowed',
    { position, element: work.element },
    {
      number: index + 1,
      value: JSON.stringify(given),
      output: column.label ?? column.name ?? '',
      allowed: allowed.map((value) => JSON.stringify(value)).join(', '),
    },
  );
}

/** `'green'`, `() => amount * 2`, `{ risk: 'green', fee: () => amount * 2 }` */
function outputDoc(values: readonly (Value | undefined)[], outputs: readonly OutputInfo[]): Doc {
  const docs = values.map((value) => {
    if (!value) return 'null';
    return value.constant === undefined ? computed(value) : value.doc;
  });
  const [only] = docs;
  if (outputs.length === 1) return only ?? 'null';
  return object(outputs.map(({ key }, i) => [key ?? '', docs[i] ?? 'null']));
}

/** The values of outputs, where the order matters or they have to be checked. */
function orderOf(outputs: readonly OutputInfo[]): (readonly [string, Doc])[] {
  const lists = outputs.flatMap(({ key, allowed }) =>
    allowed ? [[key ?? '', array(allowed.map((value: Constant) => constant(value).doc))] as const] : [],
  );
  const [only] = lists;
  if (!only) return [];
  return [['outputs', outputs.length === 1 ? only[1] : object(lists)]];
}
