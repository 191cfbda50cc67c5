import type { Expression } from '../2-model/value-types';
import { didYouMean } from '../../shared/did-you-mean';
import { beanDoc, noteBeans } from './beans';
import {
  awaits,
  call,
  concat,
  isPlainKey,
  lambda,
  object,
  quote,
  unawaited,
  verbatim,
  type Doc,
} from './doc';
import type { Emission } from './emission';
import { problemOf, reportedProblem } from './expression-problems';
import {
  beansIn,
  namesIn,
  negate,
  toDoc,
  toText,
  type Code,
  type VariableName,
  type VerbatimCode,
} from './expressions/code';
import { translateFeel } from './expressions/feel';
import { areComplementary } from './expressions/feel-complement';
import { folded } from './expressions/folded';
import { areComplementaryJava, translateJava } from './expressions/java';
import { areComplementaryJavaScript, translateJavaScript } from './expressions/javascript';
import { beanCaller } from './expressions/juel-beans';
import { areComplementaryJuel, translateJuel } from './expressions/juel';
import { areComplementaryXPath, translateXPath } from './expressions/xpath';
import type { Lookup, Translation } from './expressions/translation';
import { isKnown, STRING, UNKNOWN } from './expressions/types';
import { isExpressionHelper } from './helpers';
import { isParameterName } from './reserved';
import { widened } from './widened';

/** Where an expression stands: the element that failures name, and the object that has the variables. */
export interface Site {
  readonly element: string;
  /** `vars`, or a constant with the variables and others laid over them. */
  readonly root: string;
  /** The names that are laid over in a constant, whose types are not known; default: any. */
  readonly own?: ReadonlySet<string> | undefined;
  /** A listener of a user task, which has the task as `task`. */
  readonly task?: true;
  /** The condition of an event, which is waited for also before its variables exist. */
  readonly awaited?: true;
  /** What is around it is attempted as a whole, or cannot wait. */
  readonly within?: boolean | undefined;
}

/** A condition and its opposite. */
export interface Condition {
  readonly doc: Doc;
  readonly negated: Doc;
}

/** @param decision - the element whose ways the condition helps to choose between */
export function condition(
  expression: Expression,
  site: Site,
  decision: string,
  emission: Emission,
): Condition {
  const { uses } = emission;
  const translation = translated(expression, site, emission);
  if (!translation) return asCondition('false');
  const { exact, loose } = translation;
  const variable = variableAt(site, emission);
  if (exact && isKnown(exact.type, 'boolean')) {
    const code = widened(folded(exact.code), decision, site.element, emission);
    return { doc: toDoc(code, variable), negated: toDoc(negate(code), variable) };
  }
  if (loose) return asCondition(helperCall('holds', loose, translation, expression, site, emission));
  const test = call(
    uses.use('feelTest'),
    quote(site.element),
    quote(expression.text),
    rootOf(site, emission),
    ...whileMissing(site),
  );
  return asCondition(attempted(test, site, emission));
}

/** Where failures are incidents, the smallest thing that can be tried anew when it has failed. */
export function attempted(
  doc: Doc,
  { within = false, task }: Pick<Site, 'within' | 'task'>,
  emission: Emission,
): Doc {
  if (!emission.attempts || within || task) return doc;
  const body = unawaited(doc).doc;
  const head = awaits(body) ? 'async ()' : '()';
  return concat('await ', call(emission.uses.use('attempt'), lambda(head, body)));
}

function asCondition(doc: Doc): Condition {
  return { doc, negated: awaits(doc) ? concat('!(', doc, ')') : concat('!', doc) };
}

/** Any value. Literals stand for themselves. */
export function value(expression: Expression, site: Site, emission: Emission): Doc {
  if (expression.language === 'literal') return quote(expression.text);
  const translation = translated(expression, site, emission);
  if (!translation) return 'undefined';
  return valueOf(translation, expression, site, emission);
}

export function valueOf(
  translation: Translation,
  expression: Expression,
  site: Site,
  emission: Emission,
): Doc {
  const { text } = expression;
  const { exact, loose } = translation;
  if (exact) return toDoc(exact.code, variableAt(site, emission));
  const simple =
    loose ?? (/^[\p{L}_]\w*$/u.test(text) ? ({ kind: 'variable', name: text } as const) : undefined);
  // A plain variable is handed on as it is; who receives it says what it must be.
  if (simple?.kind === 'variable') return toText(simple, variableAt(site, emission));
  if (loose) return helperCall('evaluate', loose, translation, expression, site, emission);
  const doc = call(emission.uses.use('feel'), quote(site.element), quote(text), rootOf(site, emission));
  return attempted(doc, site, emission);
}

/** The types of the variables, as far as they are known at a place. */
export function lookupAt({ root, own }: Site, { variables }: Emission): Lookup {
  const isOwn = (name: string) => root !== 'vars' && (own?.has(name) ?? true);
  return (name) => (isOwn(name) ? UNKNOWN : variables.type(name));
}

/** The name of the object that has the variables. */
export function rootOf({ root }: Site, { uses }: Emission): string {
  return root === 'vars' ? uses.use('vars') : root;
}

/** The variables as a place sees them; what names none of them does not use the object that has them. */
function variableAt(site: Site, emission: Emission): VariableName {
  return (name) => memberOf(rootOf(site, emission))(name);
}

export function memberOf(root: string): VariableName {
  return (name) => (isPlainKey(name) ? `${root}.${name}` : `${root}[${quote(name)}]`);
}

/** `holds('Flow_1', vars, ({ score }) => score > 5)`: awaited if there are beans in it. */
function helperCall(
  helper: 'evaluate' | 'holds',
  code: Code | VerbatimCode,
  translation: Translation,
  { position }: Expression,
  site: Site,
  emission: Emission,
): Doc {
  const doc = call(
    emission.uses.use(helper),
    ...loosely(code, translation, site, emission),
    ...whileMissing(site),
  );
  const isAsync = noteBeans(code, { element: site.element, position }, emission);
  return attempted(isAsync ? concat('await ', doc) : doc, site, emission);
}

/** What is waited for does not hold as long as a variable that it reads is not there. */
function whileMissing({ awaited }: Site): readonly Doc[] {
  return awaited ? [object([['missing', 'false']])] : [];
}

/** `'Flow_1', vars, ({ score }) => score > 5`: the function sees only variables that exist. */
function loosely(
  code: Code | VerbatimCode,
  { variables }: Translation,
  site: Site,
  emission: Emission,
): Doc[] {
  const element = quote(site.element);
  const root = rootOf(site, emission);
  if (code.kind === 'verbatim') return [element, root, lambda('(vars)', verbatim(code.text))];
  for (const name of namesIn(code)) if (isExpressionHelper(name)) emission.uses.use(name);
  const names = [...variables].sort();
  const plain = names.every(isParameterName);
  const seen = plain ? names.join(', ') && `{ ${names.join(', ')} }` : 'vars';
  const parameter = namesIn(code).has('execution') ? `${seen || '_vars'}, execution` : seen;
  const variable: VariableName = plain ? (name) => name : memberOf('vars');
  if (code.kind === 'bean') return [element, root, lambda(`(${parameter})`, beanDoc(code, variable))];
  const isAsync = beansIn(code).length > 0;
  const body = toText(code, variable);
  const head = `${isAsync ? 'async ' : ''}(${parameter})`;
  return [element, root, lambda(head, code.kind === 'object' ? `(${body})` : body)];
}

/** Undefined if the expression is refused, which is reported. */
export function translated(expression: Expression, site: Site, emission: Emission): Translation | undefined {
  try {
    const translation = translate(expression, lookupAt(site, emission), site);
    if (site.root === 'vars') warnOfUnknown(translation, expression, site, emission);
    return translation;
  } catch (error) {
    reportedProblem(error, expression, { element: site.element, reporter: emission.reporter });
    return undefined;
  }
}

function translate({ language, text }: Expression, lookup: Lookup, site: Site): Translation {
  switch (language) {
    case 'feel':
      return translateFeel(text, lookup);
    case 'juel':
      return translateJuel(text, lookup, {
        callBean: beanCaller(site.element, site.root),
        execution: true,
        ...(site.task && { task: true }),
      });
    case 'java':
      return translateJava(text, lookup);
    case 'javascript':
      return translateJavaScript(text, lookup);
    case 'xpath':
      return translateXPath(text, lookup);
    case 'literal':
      return { exact: { code: { kind: 'literal', value: text }, type: STRING }, variables: new Set() };
  }
}

function warnOfUnknown(
  translation: Translation,
  { position }: Expression,
  { element }: Site,
  { variables, reporter }: Emission,
): void {
  if (variables.open) return;
  for (const name of translation.variables) {
    if (variables.has(name)) continue;
    reporter.report(
      'variable-unknown',
      { element, position },
      { name },
      { hint: () => didYouMean(name, variables.names) },
    );
  }
}

/** For structuring: whether one of two conditions always holds. What cannot be parsed is reported elsewhere. */
export function complementary(a: Expression, b: Expression): boolean {
  if (a.language !== b.language) return false;
  try {
    if (a.language === 'feel') return areComplementary(a.text, b.text);
    if (a.language === 'java') return areComplementaryJava(a.text, b.text);
    if (a.language === 'juel') return areComplementaryJuel(a.text, b.text);
    if (a.language === 'xpath') return areComplementaryXPath(a.text, b.text);
    return a.language === 'javascript' && areComplementaryJavaScript(a.text, b.text);
  } catch (error) {
    problemOf(error);
    return false;
  }
}
