import type { Expression } from '../2-model/value-types';
import type { Position } from '../diagnostics/diagnostic';
import type { Reporter } from '../diagnostics/reporter';
import { ExpressionProblem } from './expressions/translation';

/** Other errors are ours, except that people (or fuzzers) can nest parentheses until the stack ends. */
export function problemOf(error: unknown): ExpressionProblem {
  if (error instanceof ExpressionProblem) return error;
  if (!(error instanceof RangeError)) throw error;
  return new ExpressionProblem('unsupported', 'it is nested too deeply', 0, 0);
}

/** Reports what is wrong with an expression, where it is; throws what is no problem of an expression. */
export function reportedProblem(
  error: unknown,
  expression: Expression,
  { element, reporter }: { readonly element: string; readonly reporter: Reporter },
): void {
  const problem = problemOf(error);
  const code = problem.kind === 'syntax' ? 'expression-syntax' : 'expression-unsupported';
  const position = part(expression, problem.from, problem.to);
  const text = expression.text.length > 80 ? `${expression.text.slice(0, 80)}…` : expression.text;
  reporter.report(code, { element, position }, { text: text.replace(/\s+/g, ' '), problem: problem.message });
}

/** The place in the file, if the text stands there as it is and not with entities in it. */
function part({ text, position }: Expression, from: number, to: number): Position {
  if (position.length !== text.length) return position;
  const before = text.slice(0, from).split(/\r\n|\r|\n/);
  const column = before.length === 1 ? position.column + from : (before.at(-1)?.length ?? 0) + 1;
  const line = position.line + before.length - 1;
  return { line, column, offset: position.offset + from, length: Math.max(1, to - from) };
}
