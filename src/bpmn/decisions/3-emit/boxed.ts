import { array, arrow, call, object, quote, type Doc } from '../../4-emit/doc';
import { print } from '../../4-emit/print-doc';
import type { KnownNames } from '../../4-emit/expressions/feel-syntax';
import { type Type, UNKNOWN } from '../../4-emit/expressions/types';
import { statementLines } from '../../4-emit/lines';
import type {
  Boxed,
  Context,
  FunctionDefinition,
  Invocation,
  Item,
  Literal,
  Results,
} from '../2-model/types';
import { context as feelContext, valueOf } from './expression';
import { objectType, tsText, type Constant, type Logic, type TsType } from './logic';
import { checkLines } from './check-lines';
import type { Binding, Parameter, Scope, Work } from './scope';
import { tableLogic } from './table';
import { ANYTHING, type ValueType } from './value-types';

/**
 * A boxed expression in TypeScript.
 *
 * @param raw - others go on with the value: dates and the like stay what they are
 */
export function logicOf(boxed: Boxed, scope: Scope, work: Work, raw: boolean): Logic {
  switch (boxed.kind) {
    case 'literal':
      return literal(boxed, scope, work, raw);
    case 'table':
      return tableLogic(boxed, scope, work, raw);
    case 'context':
      return context(boxed, scope, work, raw);
    case 'invocation':
      return invocation(boxed, scope, work);
    case 'list':
      return together(boxed.items, scope, work, array, { one: 'unknown', isList: true });
    case 'relation': {
      const names = boxed.columns.map(({ name }) => name);
      const row = (docs: readonly Doc[]) => object(names.map((name, i) => [name, docs[i] ?? 'null']));
      const rows = boxed.rows.map((cells) => together(cells, scope, work, row, { one: 'object' }));
      return combined(rows, array, { one: 'object', isList: true });
    }
    case 'results':
      return results(boxed, scope);
    case 'function':
      return plain({ doc: functionDoc(boxed, scope, work), type: UNKNOWN });
  }
}

function literal({ expression, type }: Literal, scope: Scope, work: Work, raw: boolean): Logic {
  const declared = work.types.of(type, { position: expression.position, element: work.element });
  const isScalar = declared.ts !== 'unknown' && !declared.temporal;
  const value = valueOf(expression, scope, work, { raw: raw && !isScalar });
  const { doc, type: certain, binding, isRaw = false } = value;
  const ts = tsOf(certain) ?? { one: (binding?.value ?? declared).ts, isNullable: true };
  return { before: [], doc, type: certain, ts, isRaw };
}

function tsOf({ kind, optional }: Type): TsType | undefined {
  if (kind !== 'number' && kind !== 'string' && kind !== 'boolean') return undefined;
  return { one: kind, isNullable: optional };
}

function plain(value: { readonly doc: Doc; readonly type: Type }): Logic {
  return { before: [], ts: { one: 'unknown' }, isRaw: false, ...value };
}

/** Of one decision it is the result itself. */
function results({ names }: Results, scope: Scope): Logic {
  const known = names.map((name) => ({ name, ...(scope.get(name) ?? { code: 'null', value: ANYTHING }) }));
  const [only, ...more] = known;
  const json = { before: [], isRaw: false };
  if (only && more.length === 0) {
    return { ...json, doc: only.code, type: only.value.type, ts: { one: only.value.ts } };
  }
  return {
    ...json,
    doc: object(known.map(({ name, code }) => [name, code])),
    type: objectType(known.map(({ name, value }) => [name, value.type])),
    ts: { one: known.map(({ name, value }) => [name, value.ts] as const) },
  };
}

/** Constants one after the other, each seeing those before it; then the result, or an object of them. */
function context({ entries, result }: Context, scope: Scope, work: Work, raw: boolean): Logic {
  const before: Constant[] = [];
  let inner: Scope = scope;
  const own: (readonly [string, Doc])[] = [];
  const fields: (readonly [string, string])[] = [];
  const types: (readonly [string, Type])[] = [];
  let isRaw = false;
  for (const { variable, value } of entries) {
    const logic = logicOf(value, inner, work, true);
    const binding = bindingOf(variable, logic, value, work);
    const { code } = binding;
    before.push(...logic.before, { name: code, doc: logic.doc });
    inner = new Map([...inner, [variable.name, binding]]);
    isRaw ||= logic.isRaw;
    if (value.kind === 'function') continue;
    own.push([variable.name, code]);
    fields.push([variable.name, logic.isRaw ? 'unknown' : tsText(logic.ts)]);
    types.push([variable.name, logic.type]);
  }
  if (!result) return { before, doc: object(own), type: objectType(types), ts: { one: fields }, isRaw };
  const last = logicOf(result, inner, work, raw);
  return { ...last, before: used([...before, ...last.before], last.doc) };
}

/** Without those that nothing reads: in FEEL they are not even evaluated. */
function used(constants: readonly Constant[], result: Doc): readonly Constant[] {
  const texts = [textOf(result)];
  const kept: Constant[] = [];
  for (const constant of [...constants].reverse()) {
    const name = new RegExp(
      `(?<![\\p{ID_Continue}$'])${constant.name.replaceAll('$', '\\$')}(?![\\p{ID_Continue}$'])`,
      'u',
    );
    if (!texts.some((text) => name.test(text))) continue;
    texts.push(textOf(constant.doc));
    kept.unshift(constant);
  }
  return kept;
}

function textOf(doc: Doc): string {
  return print(doc, { indent: 0, column: 0, after: 0 });
}

function bindingOf(item: Item, logic: Logic, value: Boxed, work: Work): Binding {
  const declared = work.types.of(item.type, { position: work.position, element: work.element });
  // A raw date is one already, the text of one has to become one.
  const { temporal, ...known } = declared;
  const type: ValueType = {
    ...known,
    type: logic.type,
    names: { ...known.names, ...namesOf(value) },
    ...(temporal && !logic.isRaw && { temporal }),
  };
  return { code: work.names.take(item.name, 'entry'), value: type, isRaw: logic.isRaw };
}

/** Names of the properties that a value will have. */
export function namesOf(boxed: Boxed): KnownNames {
  switch (boxed.kind) {
    case 'context': {
      if (boxed.result) return namesOf(boxed.result);
      return Object.fromEntries(boxed.entries.map(({ variable, value }) => [variable.name, namesOf(value)]));
    }
    case 'relation':
      return Object.fromEntries(boxed.columns.map(({ name }) => [name, {}]));
    case 'results':
      return boxed.names.length < 2 ? {} : Object.fromEntries(boxed.names.map((name) => [name, {}]));
    case 'table': {
      if (boxed.outputs.length < 2) return {};
      return Object.fromEntries(boxed.outputs.flatMap(({ name }) => (name ? [[name, {}]] : [])));
    }
    default:
      return {};
  }
}

/** The call of a function with named arguments. */
function invocation({ called, bindings }: Invocation, scope: Scope, work: Work): Logic {
  const before: Constant[] = [];
  let inner: Scope = scope;
  const args = bindings.map(({ parameter, value }, i) => {
    const logic = logicOf(value, scope, work, true);
    before.push(...logic.before);
    const name = `argument${i + 1}`;
    const isVariable =
      typeof logic.doc === 'string' && [...scope.values()].some(({ code }) => code === logic.doc);
    const code = isVariable ? String(logic.doc) : work.names.take(parameter, name);
    if (!isVariable) before.push({ name: code, doc: logic.doc });
    inner = new Map([...inner, [parameter, { code, value: { ...ANYTHING, type: logic.type } }]]);
    return parameter;
  });
  const known = scope.get(called.text.trim())?.callable;
  if (known) {
    const docs = known.parameters.map((parameter) => argumentDoc(inner.get(parameter.name), parameter));
    return { ...known.result, before, doc: call(known.code, ...docs) };
  }
  const text = `${called.text.trim()}(${args.map((name) => `${name}: ${name}`).join(', ')})`;
  const vars = feelContext(text, 'value', inner, work);
  const doc = call(work.uses.use('feelValue'), quote(work.label), quote(text), vars);
  return { before, doc, type: UNKNOWN, ts: { one: 'unknown' }, isRaw: true };
}

function together(
  items: readonly Boxed[],
  scope: Scope,
  work: Work,
  combine: (docs: readonly Doc[]) => Doc,
  ts: TsType,
): Logic {
  return combined(
    items.map((item) => logicOf(item, scope, work, true)),
    combine,
    ts,
  );
}

function combined(logics: readonly Logic[], combine: (docs: readonly Doc[]) => Doc, ts: TsType): Logic {
  return {
    before: logics.flatMap(({ before }) => before),
    doc: combine(logics.map(({ doc }) => doc)),
    type: UNKNOWN,
    ts,
    isRaw: logics.some(({ isRaw }) => isRaw),
  };
}

/** What a function is given; it checks itself what it relies on. */
function argumentDoc(given: Binding | undefined, { kind }: Parameter): Doc {
  if (!given) return 'null';
  const { type } = given.value;
  const fits = kind === undefined || (type.kind === kind && !type.optional);
  return fits ? given.code : `${given.code} as ${kind}`;
}

/** The parameters of a function, as its body sees them. */
export function parametersOf(
  { parameters }: FunctionDefinition,
  work: Work,
): { readonly head: string; readonly scope: Scope; readonly parameters: readonly Parameter[] } {
  const all = parameters.map(({ name, type }) => {
    const declared = work.types.of(type, { position: work.position, element: work.element });
    // Whoever calls gives dates as FEEL has them.
    const { temporal: _temporal, ...value } = declared;
    const kind = scalarKind(declared.type);
    const code = work.names.take(name, 'value');
    const binding: Binding = { code, value, isInput: kind !== undefined, isRaw: kind === undefined };
    return { name, code, kind, binding };
  });
  return {
    head: `(${all.map(({ code, kind }) => `${code}: ${kind ?? 'unknown'}`).join(', ')})`,
    scope: new Map(all.map(({ name, binding }) => [name, binding])),
    parameters: all.map(({ name, kind }) => ({ name, kind })),
  };
}

function scalarKind({ kind }: Type): Parameter['kind'] {
  return kind === 'number' || kind === 'string' || kind === 'boolean' ? kind : undefined;
}

function functionDoc(definition: FunctionDefinition, scope: Scope, work: Work): Doc {
  const inner: Work = { ...work, names: work.names.inner(), checked: new Map() };
  const { head, scope: own } = parametersOf(definition, inner);
  const logic = logicOf(definition.body, new Map([...scope, ...own]), inner, true);
  return arrow(head, (indent) => [...checkLines(own, inner, indent), ...bodyLines(logic, indent)]);
}

/** Constants, and the return of the value. */
export function bodyLines({ before, doc }: Pick<Logic, 'before' | 'doc'>, indent: number): string[] {
  return [
    ...before.flatMap(({ name, doc }) => statementLines(doc, indent, `const ${name} = `)),
    ...statementLines(doc, indent, 'return '),
  ];
}
