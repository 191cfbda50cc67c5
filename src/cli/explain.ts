import { isClientError, type InvalidInputError } from '../client/errors';
import { formatProblems } from '../shared/schema';
import { isServerError } from '../temporal/errors';
import { isWorkerError } from '../workers/errors';
import { CommandError } from './errors';

export interface Explanation {
  readonly text: string;
  readonly exitCode: 1 | 2;
}

/**
 * Says what went wrong, in the form all commands share: `error: what`, the causes that say more, then what to do. No
 * stack trace, unless it is asked for.
 */
export function explain(error: unknown, { debug }: { readonly debug: boolean }): Explanation {
  const [first = 'unknown', ...causes] = messages(error);
  const lines = [`error: ${inLines(first, error)}`];
  if (!saysItAll(error)) lines.push(...causes.map((cause) => `  because: ${cause}`));
  const hint = error instanceof CommandError ? error.hint : undefined;
  if (hint !== undefined) lines.push(...hint.split('\n').map((line) => `  ${line}`));
  if (debug && error instanceof Error) lines.push(stackOf(error));
  return { text: lines.join('\n'), exitCode: exitCodeOf(error) };
}

/** Several problems of an input stand on lines of their own. */
function inLines(message: string, error: unknown): string {
  if (!isInvalidInput(error) || error.problems.length < 2) return message;
  const all = formatProblems(error.problems);
  if (!message.endsWith(all)) return message;
  const each = error.problems.map((problem) => `  ${formatProblems([problem])}`);
  return [message.slice(0, -all.length).trimEnd(), ...each].join('\n');
}

function isInvalidInput(error: unknown): error is InvalidInputError {
  return isClientError(error, 'invalid-input') && Array.isArray((error as { problems?: unknown }).problems);
}

/** Errors of Baton's own say what, where and what to do; failures of Temporal tell the reason in their causes. */
function saysItAll(error: unknown): boolean {
  return (
    error instanceof CommandError || isClientError(error) || isServerError(error) || isWorkerError(error)
  );
}

/** Input that was refused before anything was done is wrong usage. */
function exitCodeOf(error: unknown): 1 | 2 {
  if (error instanceof CommandError) return error.exitCode;
  return isClientError(error, 'invalid-input') ? 2 : 1;
}

/** The message of the error and of its causes, outermost first, each said once. */
function messages(error: unknown): readonly string[] {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  for (
    let at = error;
    at !== undefined && at !== null && !seen.has(at);
    at = (at as { cause?: unknown }).cause
  ) {
    seen.add(at);
    const text = at instanceof Error ? at.message || at.name : String(at);
    if (!texts.some((earlier) => earlier.includes(text))) texts.push(text);
  }
  return texts;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return (error.stack ?? error.message) + cause;
}
