import type { Diagnostic } from './diagnostic';

/** What `--json` prints: the diagnostics as they are, and how many of each severity. */
export interface DiagnosticsJson {
  readonly errors: number;
  readonly warnings: number;
  readonly diagnostics: readonly Diagnostic[];
}

export function toJson(diagnostics: readonly Diagnostic[]): DiagnosticsJson {
  return {
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
    diagnostics,
  };
}
