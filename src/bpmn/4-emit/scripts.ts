import type { Expression, ScriptTask } from '../2-model/types';
import { arrow, lambda, spaces, unawaited, type Doc } from './doc';
import type { Emission } from './emission';
import { problemOf, reportProblem, value, type Site } from './expressions';
import { outsideUse, translateScript, type Script } from './expressions/script';

/**
 * What a script is: an expression that runs in the workflow, or source for the user's activity `script`, because of its
 * language or (then with the reason) because of what it uses.
 */
export function kindOfScript({
  script,
}: ScriptTask):
  | { readonly kind: 'inline'; readonly script: Expression }
  | { readonly kind: 'activity'; readonly language?: string; readonly reason?: string } {
  if (script.language === 'foreign') {
    return { kind: 'activity', ...(script.format !== undefined && { language: script.format }) };
  }
  const reason = script.language === 'javascript' ? outsideUse(script.text) : undefined;
  return reason === undefined
    ? { kind: 'inline', script }
    : { kind: 'activity', language: 'javascript', reason };
}

/** The function that carries out a script in the workflow, and whether it is asynchronous. */
export function scriptOf(
  expression: Expression,
  { id, resultVariable }: ScriptTask,
  emission: Emission,
): { readonly body: Doc; readonly awaited: boolean } {
  const site = { element: id, root: 'vars' };
  if (expression.language !== 'javascript') {
    const { doc, awaited } = unawaited(value(expression, site, emission));
    return { body: lambda('()', doc), awaited };
  }
  return { body: javascriptOf(expression, resultVariable !== undefined, site, emission), awaited: false };
}

function javascriptOf(expression: Expression, hasResult: boolean, site: Site, emission: Emission): Doc {
  try {
    const script = translateScript(expression.text, hasResult, (name) => emission.variables.type(name));
    if (script.exact) emission.uses.use('vars');
    return functionOf(script);
  } catch (error) {
    reportProblem(problemOf(error), expression, site, emission);
    return '() => undefined';
  }
}

function functionOf({ lines, exact, parameters, verbatim: isVerbatim }: Script): Doc {
  const head = exact ? '()' : headOf(parameters);
  const [only] = lines;
  if (!isVerbatim && lines.length === 1 && only?.startsWith('return ')) {
    return lambda(head, only.slice('return '.length, -1));
  }
  const body = (indent: number) => lines.map((line) => (line === '' ? '' : spaces(indent) + line));
  return arrow(head, body, isVerbatim);
}

/** A parameter before one that is needed has to be there. */
function headOf(parameters: Script['parameters']): string {
  if (!parameters.includes('execution')) return parameters.includes('vars') ? '(vars)' : '()';
  return parameters.includes('vars') ? '(vars, execution)' : '(_vars, execution)';
}
