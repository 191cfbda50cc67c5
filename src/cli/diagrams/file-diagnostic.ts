import type { Code, Parameters } from '../../bpmn/diagnostics/catalogue';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { createReporter } from '../../bpmn/diagnostics/reporter';
import { createSource } from '../../bpmn/diagnostics/source';
import { shown } from '../paths';

/** A diagnostic on a file as a whole. */
export function fileDiagnostic<C extends Code>(
  file: string,
  code: C,
  parameters: Parameters<C>,
): readonly Diagnostic[] {
  const reporter = createReporter(createSource(shown(file), ''), { strict: false });
  reporter.report(code, {}, parameters);
  return reporter.diagnostics();
}
