import { readFileSync } from 'node:fs';
import { fileProblem, UsageError } from '../errors';
import { jsonProblem } from './json-problem';

/**
 * The value of an option that takes JSON: the JSON itself, `@file`, or `@-` for stdin.
 *
 * @param option as the user knows it, for messages: `--input`
 * @throws {UsageError} when it is not JSON, saying where, or the file cannot be read
 */
export function readInput(value: string, option: string): unknown {
  const file = value.startsWith('@') ? value.slice(1) : undefined;
  const text = file === undefined ? value : readText(file, option);
  const problem = jsonProblem(text);
  if (problem === undefined) return JSON.parse(text) as unknown;
  const source = file === undefined ? option : `${option} (${file === '-' ? 'stdin' : file})`;
  const { line, column, frame } = place(text, problem.offset);
  throw new UsageError(
    `${source} is not JSON: line ${line}, column ${column} should be ${problem.expected}.\n${frame}`,
    { hint: `Like this: ${option} '{"name": "value"}', or ${option} @file.json` },
  );
}

function readText(file: string, option: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`${option}: ${file} cannot be read: ${fileProblem(error)}.`, { cause: error });
  }
}

/** Width of the part of a line that is shown around a mistake. */
const SHOWN = 30;

function place(text: string, offset: number): { line: number; column: number; frame: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const whole = text.slice(start, end === -1 ? undefined : end).trimEnd();
  const column = offset - start;
  const from = Math.max(0, column - SHOWN);
  const shown = whole.slice(from, column + SHOWN);
  return {
    line: text.slice(0, offset).split('\n').length,
    column: column + 1,
    frame: `    ${shown}\n    ${' '.repeat(column - from)}^`,
  };
}
