import type { GeneratedFile } from '../4-emit/emit';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { createReporter } from '../diagnostics/reporter';
import { createSource } from '../diagnostics/source';
import { parseDmn } from './1-parse/parse-dmn';
import { buildDecisions } from './2-model/build-decisions';
import { emitDecisions } from './3-emit/emit-decisions';
import { type CompiledDecision, describeDecision } from './describe-decision';

export interface CompileDecisionsResult {
  /** `<name>.decision.ts`, to be written beside the file; none if there is any error. */
  readonly files: readonly GeneratedFile[];
  /** Errors and warnings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The decisions that tasks can call; also when there are errors, as far as they can be told. */
  readonly decisions: readonly CompiledDecision[];
}

/**
 * Compiles a file of decisions (DMN) to TypeScript: one pure function for each decision. Pure: it reads and writes no
 * files, and the same source always gives the same bytes. Mistakes in the file are returned, all of them.
 *
 * @example
 * const { files, diagnostics } = compileDecisions({ file: 'risk.dmn', xml });
 */
export function compileDecisions(
  file: { readonly file: string; readonly xml: string },
  options: { readonly strict?: boolean } = {},
): CompileDecisionsResult {
  const source = createSource(file.file, file.xml);
  const reporter = createReporter(source, { strict: options.strict ?? false });
  const document = parseDmn(source, reporter);
  if (!document) return { files: [], diagnostics: reporter.diagnostics(), decisions: [] };
  const model = buildDecisions(document, reporter);
  const { file: generated, decisions } = emitDecisions(model, reporter);
  return {
    files: reporter.failed ? [] : [generated],
    diagnostics: reporter.diagnostics(),
    decisions: decisions.filter(({ decision }) => decision.isInner !== true).map(describeDecision),
  };
}
