import type { Diagnostic } from 'batonflow/compiler';
import type { Code } from '../src/bpmn/diagnostics/catalogue';

/**
 * What a compile says of a diagram: `invalid` breaks a rule, `unsupported` is fine but more than the compiler can do,
 * `not-executable` is fine and not meant to run. Only the first is a rejection in the sense of the suites.
 */
export type Verdict = 'accepted' | 'invalid' | 'unsupported' | 'not-executable';

/** Codes that speak of the compiler's limits. A test compares them with the texts of the catalogue. */
export const LIMITS: ReadonlySet<string> = new Set<Code>([
  'element-not-supported',
  'attribute-not-supported',
  'call-not-executable',
  'dmn-not-supported',
  'extension-not-supported',
  'expression-language',
  'expression-unsupported',
  'xml-damaged-text',
]);

const NOT_EXECUTABLE: Code = 'not-executable';

export function verdictOf(diagnostics: readonly Diagnostic[]): Verdict {
  const codes = errorsIn(diagnostics).map(({ code }) => code);
  if (codes.some((code) => !LIMITS.has(code) && code !== NOT_EXECUTABLE)) return 'invalid';
  if (codes.some((code) => LIMITS.has(code))) return 'unsupported';
  return codes.length > 0 ? 'not-executable' : 'accepted';
}

export function errorsIn(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

/** `gateway-direction: The gateway …; element-not-supported ×2: The …`: each code with the first that it says. */
export function explain(diagnostics: readonly Diagnostic[]): string {
  const byCode = new Map<string, Diagnostic[]>();
  for (const error of errorsIn(diagnostics)) {
    byCode.set(error.code, [...(byCode.get(error.code) ?? []), error]);
  }
  // What breaks a rule tells more than what is not supported.
  const entries = [...byCode].sort(([a], [b]) => Number(LIMITS.has(a)) - Number(LIMITS.has(b)));
  return entries
    .map(
      ([code, [first, ...more]]) =>
        `${code}${more.length > 0 ? ` ×${more.length + 1}` : ''}: ${first?.message}`,
    )
    .join(' | ');
}
