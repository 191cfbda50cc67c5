import type { Expression, ScriptTask } from '../2-model/types';
import { arrow, lambda, type Doc, spaces } from './doc';
import type { Emission } from './emission';
import { problemOf, reportProblem, value } from './expressions';
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

/** The function that carries out a script in the workflow. */
export function scriptOf(
  expression: Expression,
  { id, resultVariable }: ScriptTask,
  emission: Emission,
): Doc {
  const site = { element: id, root: 'vars' };
  if (expression.language !== 'javascript') return lambda('()', value(expression, site, emission));
  try {
    const script = translateScript(expression.text, resultVariable !== undefined, (name) =>
      emission.variables.type(name),
    );
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
