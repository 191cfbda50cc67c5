import type { Diagnostic, Severity } from './diagnostic';

/** How parts of the text are shown; a terminal passes functions that colour, everybody else passes none. */
export interface Style {
  readonly severity?: (text: string, severity: Severity) => string;
  readonly strong?: (text: string) => string;
  readonly dim?: (text: string) => string;
}

const plain = (text: string) => text;

/**
 * One problem for people to read:
 *
 * ```
 * order.bpmn:12:30 error flow-crosses-scope (Flow_1)
 *   The sequence flow Flow_1 leads from …
 *
 *     11 | …
 *   > 12 | …
 *        |   ^^^^^
 *   Hint: End the flow at the border: …
 *   See https://…
 * ```
 */
export function formatDiagnostic(diagnostic: Diagnostic, style: Style = {}): string {
  const { severity = plain, strong = plain, dim = plain } = style;
  const { file, position, code, element, message, frame, hint, related = [], url } = diagnostic;
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  const about = element === undefined ? '' : ` (${element})`;
  const lines = [
    `${strong(place)} ${severity(diagnostic.severity, diagnostic.severity)} ${code}${about}`,
    indent(strong(message)),
    ...(frame ? ['', indent(frame)] : []),
    ...related.map((other) => indent(`${other.message}${relatedPlace(other)}`)),
    ...(hint ? [indent(`Hint: ${hint}`)] : []),
    indent(dim(`See ${url}`)),
  ];
  return lines.join('\n');
}

/** `2 errors, 1 warning`; empty without problems. */
export function formatTotals(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  const parts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')];
  return parts.filter((part) => part !== '').join(', ');
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function relatedPlace({ element, position }: NonNullable<Diagnostic['related']>[number]): string {
  return position ? ` (${element}, line ${position.line}, column ${position.column})` : ` (${element})`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
}
