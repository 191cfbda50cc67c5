import { reportedProblem } from '../../4-emit/expression-problems';
import type { Expression } from '../../2-model/value-types';
import { call, concat, flat, lambda, object, quote, verbatim, type Doc } from '../../4-emit/doc';
import { namesIn, toDoc, toText, variablesIn, type VariableName } from '../../4-emit/expressions/code';
import { translateFeel } from '../../4-emit/expressions/feel';
import { translateJavaScript } from '../../4-emit/expressions/javascript';
import { translateJuel } from '../../4-emit/expressions/juel';
import { ExpressionProblem, type Lookup, type Translation } from '../../4-emit/expressions/translation';
import { type Type, UNKNOWN } from '../../4-emit/expressions/types';
import { isParameterName } from '../../4-emit/reserved';
import { plainConstant, type Constant } from './constants';
import { freeNamesOf } from './free-names';
import { isDecisionHelper } from './helpers';
import { type Binding, knownIn, type Scope, type Work } from './scope';

/** A value in code. */
export interface Value {
  readonly doc: Doc;
  /** As far as it is certain. */
  readonly type: Type;
  /** It is this constant. */
  readonly constant?: Constant;
  /** It is this variable, as it stands in scope. */
  readonly binding?: Binding & { readonly name: string };
  /** There may be dates and the like in it, which are no JSON. */
  readonly isRaw?: boolean;
  /** It is `a ? b : c`. */
  readonly isConditional?: boolean;
}

export interface ValueOptions {
  /** Others go on with it: dates and the like stay what they are. */
  readonly raw?: boolean;
  /** Named by failures besides the decision: `input Amount`. */
  readonly place?: string;
}

const NOTHING: Value = { doc: 'null', type: UNKNOWN };

/** The value of an expression: TypeScript where that is exact, else left to FEEL. A mistake in it is reported. */
export function valueOf(expression: Expression, scope: Scope, work: Work, options: ValueOptions = {}): Value {
  try {
    if (expression.language === 'feel') return feelValue(expression.text, scope, work, options);
    return otherValue(expression, scope, work, options);
  } catch (error) {
    reportedProblem(error, expression, work);
    return NOTHING;
  }
}

/** A constant in code. */
export function constant(value: Constant): Value {
  const doc = typeof value === 'string' ? quote(value) : String(value).replace('e+', 'e');
  return { doc, type: typeOfConstant(value), constant: value };
}

function typeOfConstant(value: Constant): Type {
  return { kind: value === null ? 'null' : (typeof value as 'string'), optional: value === null };
}

function feelValue(text: string, scope: Scope, work: Work, options: ValueOptions): Value {
  const plain = plainConstant(text);
  if (plain !== undefined) return constant(plain);
  const known = knownIn(scope);
  const { exact, variables } = translateFeel(text, lookupIn(scope), known);
  if (exact) {
    for (const name of variablesIn(exact.code)) checkInput(name, scope, work);
    const doc = toDoc(exact.code, codeIn(scope));
    if (exact.code.kind === 'literal') return constant(exact.code.value);
    const binding = exact.code.kind === 'variable' ? bindingOf(exact.code.name, scope) : undefined;
    const isConditional = exact.code.kind === 'conditional';
    return { doc, type: exact.type, isConditional, ...(binding && { binding }) };
  }
  const [only] = variables;
  const bare = variables.size === 1 && only === text.trim() ? bindingOf(only, scope) : undefined;
  if (bare) return { doc: bare.code, type: UNKNOWN, binding: bare, isRaw: bare.isRaw ?? false };
  const { raw = false, place } = options;
  const helper = work.uses.use(raw ? 'feelValue' : 'feel');
  const label = quote(place === undefined ? work.label : `${work.label}, ${place}`);
  return {
    doc: call(helper, label, quote(text), context(text, 'value', scope, work)),
    type: UNKNOWN,
    isRaw: raw,
  };
}

function bindingOf(name: string, scope: Scope): Value['binding'] {
  const binding = scope.get(name);
  return binding && { ...binding, name };
}

/** The variables that an expression of FEEL reads, as FEEL takes them: `{ amount, since: temporal('risk', 'date', since) }`. */
export function context(text: string, kind: 'value' | 'test', scope: Scope, work: Work): Doc {
  const { variables, possible } = freeNamesOf(text, knownIn(scope), kind);
  const names = [...scope.keys()].filter((name) => variables.has(name) || possible.has(name));
  return object(names.map((name) => [name, asFeel(scope.get(name) as Binding, work)]));
}

/** A variable as FEEL calculates with it. */
export function asFeel({ code, value: { temporal } }: Binding, { uses, label }: Work): Doc {
  return temporal ? call(uses.use('temporal'), quote(label), quote(temporal), code) : code;
}

/** JUEL and JavaScript have no library at run time: what is not exact is a function that fails for what is missing. */
function otherValue(expression: Expression, scope: Scope, work: Work, { place }: ValueOptions): Value {
  const { exact, loose, variables } = translateOther(expression, scope);
  const code = exact?.code ?? loose;
  if (!code) throw new ExpressionProblem('unsupported', 'it has no meaning here', 0, expression.text.length);
  if (code.kind === 'verbatim') {
    const doc = evaluation(lambda('(vars)', verbatim(code.text)), variables, scope, work, place);
    return { doc, type: UNKNOWN };
  }
  if (exact) {
    for (const name of variablesIn(exact.code)) checkInput(name, scope, work);
    return { doc: toDoc(exact.code, codeIn(scope)), type: exact.type };
  }
  const bare = code.kind === 'variable' ? bindingOf(code.name, scope) : undefined;
  if (bare) return { doc: bare.code, type: UNKNOWN, binding: bare };
  for (const name of namesIn(code)) if (isDecisionHelper(name)) work.uses.use(name);
  const names = [...variables].sort();
  const plain = names.every(isParameterName);
  const head = plain ? `({ ${names.join(', ')} })` : '(vars)';
  const inner: VariableName = plain ? (name) => name : (name) => `vars[${quote(name)}]`;
  const body = lambda(names.length === 0 ? '()' : head, toText(code, inner));
  return { doc: evaluation(body, variables, scope, work, place), type: UNKNOWN };
}

function translateOther({ language, text }: Expression, scope: Scope): Translation {
  const lookup = lookupIn(scope);
  // A decision calls nothing, so there are no beans.
  if (language === 'juel') return translateJuel(text, lookup, {});
  return translateJavaScript(text, lookup);
}

function evaluation(
  body: Doc,
  variables: ReadonlySet<string>,
  scope: Scope,
  work: Work,
  place: string | undefined,
): Doc {
  const label = quote(place === undefined ? work.label : `${work.label}, ${place}`);
  const entries = [...scope].filter(([name]) => variables.has(name));
  const vars = object(entries.map(([name, { code }]) => [name, code]));
  return call(work.uses.use('evaluate'), label, vars, body);
}

/** Types that TypeScript can rely on: those of inputs once they are checked. */
function lookupIn(scope: Scope): Lookup {
  return (name) => {
    const binding = scope.get(name);
    if (!binding) return UNKNOWN;
    const { type } = binding.value;
    return binding.mayBeNull === true && type.kind !== 'unknown' ? { ...type, optional: true } : type;
  };
}

function checkInput(name: string, scope: Scope, work: Work): void {
  const binding = scope.get(name);
  if (binding?.isInput !== true || binding.mayBeNull === true) return;
  const { kind } = binding.value.type;
  if (kind === 'number' || kind === 'string' || kind === 'boolean') work.checked.set(name, kind);
}

function codeIn(scope: Scope): VariableName {
  return (name) => scope.get(name)?.code ?? name;
}

/** For a place that takes one expression: `() => …`. */
export function computed({ doc, isConditional = false }: Value): Doc {
  const needsParentheses = isConditional || /^\{/.test(flat(doc) ?? '');
  return lambda('()', needsParentheses ? concat('(', doc, ')') : doc);
}
