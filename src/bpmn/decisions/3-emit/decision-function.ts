import { docComment } from '../../4-emit/comments';
import { call, quote } from '../../4-emit/doc';
import { UNKNOWN } from '../../4-emit/expressions/types';
import { didYouMean } from '../../../shared/did-you-mean';
import type { Decision } from '../2-model/types';
import { checkLines } from './check-lines';
import { bodyLines, logicOf, namesOf } from './boxed';
import type { EmittedDecision, FileEmission } from './file-emission';
import type { FreeInBoxed } from './free-in-boxed';
import { headLines } from './function-head';
import { interfaceLines, unionLines } from './item-types';
import { tsText, type Logic } from './logic';
import { knowledgeScope } from './knowledge';
import type { Used } from './reading';
import { requiredResults, type GivenResult } from './required-results';
import type { Binding, Scope, Work } from './scope';
import type { Sharing } from './sharing';
import { ANYTHING, betterOf, type ValueType } from './value-types';

const INDENT = 2;

/** Types longer than this get a name. */
const MAX_TYPE = 50;

/** An input of a decision: its own, or one of a decision that it requires. */
export interface DecisionInput {
  readonly name: string;
  readonly value: ValueType;
  readonly mayBeNull: boolean;
}

/** A decision as an exported function, with the types of what goes in and what comes out. */
export function decisionFunction(decision: Decision, file: FileEmission): EmittedDecision {
  const { functionName, typeName } = file.nameOf(decision);
  const { free, used } = file.readingOf(decision);
  const inputs = inputsOf(decision, used, free, file);

  const work = file.workFor(decision);
  const params = new Map(
    inputs.map((input): readonly [string, Binding] => [input.name, inputBinding(input, work)]),
  );
  const results = requiredResults(used, sharingOf(decision, inputs, file), params, work, file);
  const scope: Scope = new Map([...knowledgeScope(decision, file), ...params, ...results.scope]);
  const logic = plainLogic(logicOf(decision.logic, scope, work, false), work);

  const checked = inputs.map((input) =>
    work.checked.has(input.name) ? { ...input, mayBeNull: false } : input,
  );
  const result = resultType(typeName, logic, decision, work);
  const { given } = results;
  const head = headLines({
    functionName,
    typeName,
    isExported: decision.isInner !== true,
    inputs: checked,
    params,
    given,
    result: result.text,
  });
  const title = decision.name === functionName ? `The decision ${decision.name}` : decision.name;
  const lines = [
    ...(inputs.length > 0 ? ['', ...inputLines(typeName, checked, decision)] : []),
    ...result.lines,
    '',
    ...docComment([`${title}. ${file.origin}`, decision.documentation, givenNote(given, file)], 0),
    ...head,
    ...checkLines(params, work, INDENT),
    ...bodyLines({ before: [...results.before, ...logic.before], doc: logic.doc }, INDENT),
    '}',
  ];
  return {
    decision,
    functionName,
    inputs: checked,
    given: given.map(({ id }) => id),
    value: {
      ...ANYTHING,
      ts: result.text,
      type: logic.type,
      names: namesOf(decision.logic),
      ...temporalOf(decision, work),
    },
    lines,
  };
}

function givenNote(given: readonly GivenResult[], file: FileEmission): string | undefined {
  const names = given.flatMap(({ id }) => file.emitted(id)?.decision.name ?? []).map((name) => `"${name}"`);
  if (names.length === 0) return undefined;
  return `The result of ${names.join(' and of ')} can be given along where it is known; else it is decided here.`;
}

/** What is decided by nothing is given nothing along. */
function sharingOf(decision: Decision, inputs: readonly DecisionInput[], file: FileEmission): Sharing {
  const { given, shared } = file.sharingOf(decision);
  return inputs.length > 0 ? { given, shared } : { given: [], shared: [...given, ...shared] };
}

function inputsOf(
  decision: Decision,
  used: readonly Used[],
  free: FreeInBoxed,
  file: FileEmission,
): readonly DecisionInput[] {
  const where = { position: decision.position, element: decision.id };
  const taken = new Set([
    ...used.flatMap(({ names, outputs }) => [...names, ...outputs]),
    ...file.knowledgeNames(decision),
  ]);
  const declared = new Map(decision.inputs.map(({ name, type }) => [name, type]));
  const inputs = new Map<string, DecisionInput>();
  const own = [...free.variables, ...[...free.possible].filter((name) => declared.has(name))];
  for (const name of own) {
    if (taken.has(name)) continue;
    if (!declared.has(name)) warnOfUndeclared(name, decision, [...declared.keys(), ...taken], file);
    const type = free.columns.get(name);
    const column = file.types.has(type) ? file.types.of(type, where) : ANYTHING;
    const value = betterOf(file.types.of(declared.get(name), where), column);
    inputs.set(name, { name, value, mayBeNull: free.columns.has(name) || free.asked.has(name) });
  }
  for (const input of used.flatMap(({ other }) => file.emitted(other.id)?.inputs ?? [])) {
    const mine = inputs.get(input.name);
    inputs.set(input.name, {
      ...input,
      value: mine ? betterOf(mine.value, input.value) : input.value,
      mayBeNull: mine ? mine.mayBeNull && input.mayBeNull : input.mayBeNull,
    });
  }
  return [...inputs.values()];
}

/** Where inputs are drawn, a name that is none of them is perhaps a mistake. */
function warnOfUndeclared(
  name: string,
  decision: Decision,
  declared: readonly string[],
  { reporter }: FileEmission,
): void {
  if (decision.inputs.length === 0) return;
  reporter.report(
    'decision-input-undeclared',
    { position: decision.position, element: decision.id },
    { decision: decision.name, name },
    { hint: () => didYouMean(name, declared) },
  );
}

function inputBinding({ name, value, mayBeNull }: DecisionInput, { names }: Work): Binding {
  return { code: names.take(name, 'value'), value, isInput: true, mayBeNull };
}

/** The result as JSON, for whoever calls is no FEEL. */
function plainLogic(logic: Logic, work: Work): Logic {
  if (!logic.isRaw) return logic;
  return {
    ...logic,
    type: UNKNOWN,
    doc: call(work.uses.use('fromFeel'), quote(work.label), logic.doc),
    isRaw: false,
  };
}

function temporalOf({ variable, logic }: Decision, work: Work): Pick<ValueType, 'temporal'> {
  const [output] = logic.kind === 'table' && logic.outputs.length === 1 ? logic.outputs : [];
  const type = variable.type ?? output?.type ?? (logic.kind === 'literal' ? logic.type : undefined);
  const { temporal } = work.types.of(type, work);
  return temporal ? { temporal } : {};
}

/** By what the file declares where nothing better is known. */
function resultType(
  typeName: string,
  { ts }: Logic,
  { variable }: Decision,
  work: Work,
): { readonly text: string; readonly lines: readonly string[] } {
  const known =
    ts.one === 'unknown' ? { ...ts, one: work.types.of(variable.type, work).ts, isNullable: true } : ts;
  if (typeof known.one !== 'string' && known.one.length > 0) {
    const name = `${typeName}Result`;
    return { text: tsText({ ...known, one: name }), lines: ['', ...interfaceLines(name, known.one)] };
  }
  const text = tsText(known);
  if (text.length <= MAX_TYPE) return { text, lines: [] };
  const name = `${typeName}Result`;
  const alias = unionLines(`export type ${name} =`, tsText({ one: known.one }), ';', 0);
  return { text: tsText({ ...known, one: name }), lines: ['', ...alias] };
}

function inputLines(typeName: string, inputs: readonly DecisionInput[], { name }: Decision): string[] {
  const fields = inputs.map(({ name, value, mayBeNull }) => {
    return [name, mayBeNull && value.ts !== 'unknown' ? `${value.ts} | null` : value.ts] as const;
  });
  return [...docComment([`What "${name}" decides by.`], 0), ...interfaceLines(`${typeName}Input`, fields)];
}
