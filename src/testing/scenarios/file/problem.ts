import { frame } from '../../../bpmn/diagnostics/frame';
import type { Source } from '../../../bpmn/diagnostics/source';

/** A mistake in a file of scenarios, or in what it names. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** The lines around it, with a marker. */
  readonly frame?: string;
  readonly hint?: string;
}

/** @param range offset and end in the text */
export function problemAt(
  source: Source,
  range: readonly [number, number] | undefined,
  message: string,
  hint?: string,
): Problem {
  const [from, to] = range ?? [0, 0];
  const firstLine = source.text.slice(from, to).split('\n')[0] ?? '';
  const position = source.position(from, Math.max(1, firstLine.trimEnd().length));
  return {
    file: source.file,
    line: position.line,
    column: position.column,
    message,
    frame: frame(source, position),
    ...(hint !== undefined && { hint }),
  };
}

/** For sorting. */
export function byPlace(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/**
 * ```
 * order.scenarios.yaml:12:7 error
 *   There is no key "whenn" here.
 *
 *   > 12 | …
 *   Hint: Did you mean "when"?
 * ```
 */
export function formatProblem({ file, line, column, message, frame: shown, hint }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  const lines = [message, ...(shown ? ['', ...shown.split('\n')] : []), ...(hint ? [`Hint: ${hint}`] : [])];
  return [`${place} error`, ...lines.map((text) => (text === '' ? '' : `  ${text}`))].join('\n');
}
