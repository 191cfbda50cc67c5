import type { Expression, ForeignScript } from '../2-model/value-types';
import { arrow, call, lambda, object, quote, spaces, textBlock, unawaited, type Doc } from './doc';
import type { Emission } from './emission';
import { reportedProblem } from './expression-problems';
import { attempted, lookupAt, rootOf, value, type Site } from './expressions';
import { outsideUse, translateScript, type Script } from './expressions/script';

type AnyScript = Expression | ForeignScript;

/**
 * What a script is: an expression that runs in the workflow, or source for the user's activity `script`, because of its
 * language or (then with the reason) because of what it uses.
 */
export type ScriptKind =
  | { readonly kind: 'inline'; readonly script: Expression }
  | { readonly kind: 'activity'; readonly language?: string; readonly reason?: string };

export function scriptKind(
  script: AnyScript,
  { task = false }: { readonly task?: boolean } = {},
): ScriptKind {
  if (script.language === 'foreign') {
    return { kind: 'activity', ...(script.format !== undefined && { language: script.format }) };
  }
  const reason = script.language === 'javascript' ? outsideUse(script.text, { task }) : undefined;
  return reason === undefined
    ? { kind: 'inline', script }
    : { kind: 'activity', language: 'javascript', reason };
}

/** `task('Task_Price', activities.script, { language, source, variables: vars })` */
export function scriptCall(
  step: string,
  script: AnyScript,
  site: Site,
  emission: Emission,
  options: { readonly task?: boolean } = {},
): Doc {
  const { uses, calls } = emission;
  const kind = scriptKind(script, options);
  const language = kind.kind === 'activity' ? kind.language : undefined;
  const reason = kind.kind === 'activity' ? kind.reason : undefined;
  calls.set(step, {
    activity: {
      name: 'script',
      implementation: language ?? 'script',
      element: site.element,
      inputs: ['language', 'source', 'variables'],
    },
    position: script.position,
    ...(reason !== undefined && { reason }),
  });
  const input: [string, Doc][] = [
    ...(language === undefined ? [] : [['language', quote(language)] as [string, Doc]]),
    ['source', textBlock(script.text)],
    ['variables', rootOf(site, emission)],
  ];
  return call(uses.use('task'), quote(step), `${uses.useActivities()}.script`, object(input));
}

/** The function that carries out a script in the workflow, and whether it is asynchronous. */
export function inlineScript(
  expression: Expression,
  options: ScriptOptions,
  site: Site,
  emission: Emission,
): { readonly body: Doc; readonly awaited: boolean } {
  if (expression.language === 'javascript') {
    return { body: scriptFunction(expression, options, site, emission), awaited: false };
  }
  const { doc, awaited } = unawaited(value(expression, { ...site, within: true }, emission));
  return { body: lambda('()', doc), awaited };
}

export interface ScriptOptions {
  readonly hasResult: boolean;
  /** It must use the variables that it is given, not those outside. */
  readonly own: boolean;
  /** A listener of a user task, which has the task as `task`. */
  readonly task?: boolean;
}

/** JavaScript as a function of the variables. */
export function scriptFunction(
  expression: Expression,
  { hasResult, own, task = false }: ScriptOptions,
  site: Site,
  emission: Emission,
): Doc {
  try {
    const script = translateScript(expression.text, { returns: hasResult, task }, lookupAt(site, emission));
    if (script.exact && !own) emission.uses.use('vars');
    return functionOf(script, { own, task });
  } catch (error) {
    reportedProblem(error, expression, { element: site.element, reporter: emission.reporter });
    return '() => undefined';
  }
}

function functionOf(
  { lines, exact, parameters, verbatim: isVerbatim }: Script,
  { own, task }: { readonly own: boolean; readonly task: boolean },
): Doc {
  const head = exact && !own ? '()' : headOf(parameters, task ? ['task', 'vars'] : ['vars', 'execution']);
  const [only] = lines;
  if (!isVerbatim && lines.length === 1 && only?.startsWith('return ')) {
    return lambda(head, only.slice('return '.length, -1));
  }
  const body = (indent: number) => lines.map((line) => (line === '' ? '' : spaces(indent) + line));
  return arrow(head, body, { isVerbatim });
}

/** A parameter before one that is needed has to be there. */
function headOf(parameters: Script['parameters'], all: readonly Script['parameters'][number][]): string {
  const last = all.findLastIndex((name) => parameters.includes(name));
  const names = all.slice(0, last + 1).map((name) => (parameters.includes(name) ? name : `_${name}`));
  return `(${names.join(', ')})`;
}

/** A script as a step: where failures are incidents it is tried anew as a whole. */
export function scriptStep(
  script: Doc,
  awaited: boolean,
  emission: Emission,
): { readonly call: Doc; readonly awaited: boolean } {
  if (!emission.attempts) return { call: script, awaited };
  return { call: unawaited(attempted(script, {}, emission)).doc, awaited: true };
}
