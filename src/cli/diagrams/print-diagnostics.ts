import pc from 'picocolors';
import type { Diagnostic, Severity } from '../../bpmn/diagnostics/diagnostic';
import { formatDiagnostic } from '../../bpmn/diagnostics/format';

/** Shows diagnostics to people, on stderr: stdout is for results. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const colours: Readonly<Record<Severity, (text: string) => string>> = { error: pc.red, warning: pc.yellow };
  for (const diagnostic of diagnostics) {
    const text = formatDiagnostic(diagnostic, {
      severity: (word, severity) => colours[severity](word),
      strong: pc.bold,
      dim: pc.dim,
    });
    console.error(`${text}\n`);
  }
}
