import type { ScriptTask } from '../2-model/types';
import { arrow, lambda, spaces, type Doc } from './doc';
import type { Emission } from './emission';
import { reportProblem, value } from './expressions';
import { translateScript, type Script } from './expressions/script';
import { ExpressionProblem } from './expressions/translation';

/** The function that carries out a script. */
export function scriptOf(node: ScriptTask, emission: Emission): Doc {
  const { id, script: expression, resultVariable } = node;
  const site = { element: id, root: 'vars' };
  if (expression.language !== 'javascript') return lambda('()', value(expression, site, emission));
  try {
    const script = translateScript(expression.text, resultVariable !== undefined, (name) =>
      emission.variables.type(name),
    );
    if (script.exact) emission.uses.use('vars');
    return functionOf(script);
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    reportProblem(error, expression, site, emission);
    return '() => undefined';
  }
}

function functionOf({ lines, exact, verbatim: isVerbatim }: Script): Doc {
  const head = exact ? '()' : '(vars)';
  const [only] = lines;
  if (!isVerbatim && lines.length === 1 && only?.startsWith('return ')) {
    return lambda(head, only.slice('return '.length, -1));
  }
  const body = (indent: number) => lines.map((line) => (line === '' ? '' : spaces(indent) + line));
  return arrow(head, body, isVerbatim);
}
