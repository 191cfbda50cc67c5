import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { formatTotals } from '../../bpmn/diagnostics/format';
import { toJson } from '../../bpmn/diagnostics/to-json';
import { toSarif } from '../../bpmn/diagnostics/to-sarif';
import { shown } from '../paths';
import { diagnosticsOf, type CompiledDiagram } from './compile-diagrams';
import { isDecisionFile } from './decision-files';
import { printDiagnostics } from './print-diagnostics';

/** How results are printed: for people, or on stdout for programs. */
export interface Format {
  readonly json?: boolean;
  readonly sarif?: boolean;
}

export interface FileState {
  readonly file: string;
  readonly state: 'written' | 'unchanged' | 'stale';
}

/** Shows what was found in diagrams, and what became of the files. */
export function report(
  diagrams: readonly CompiledDiagram[],
  states: readonly FileState[],
  format: Format,
): void {
  const diagnostics = diagnosticsOf(diagrams);
  if (format.sarif) print(toSarif(diagnostics));
  else if (format.json) print({ ...toJson(diagnostics), diagrams: diagrams.map(describe), files: states });
  else printDiagnostics(diagnostics);
}

/** `2 diagrams, 1 warning` */
export function summary(diagrams: readonly CompiledDiagram[]): string {
  const decisions = diagrams.filter(({ file }) => isDecisionFile(file)).length;
  const counts = [
    counted(diagrams.length - decisions, 'diagram'),
    ...(decisions > 0 ? [counted(decisions, 'decision file')] : []),
  ];
  return `${counts.join(', ')}, ${totals(diagnosticsOf(diagrams))}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function totals(diagnostics: readonly Diagnostic[]): string {
  return formatTotals(diagnostics) || 'no problems';
}

function describe({ file, processes }: CompiledDiagram) {
  return { file: shown(file), processes };
}

function print(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}
