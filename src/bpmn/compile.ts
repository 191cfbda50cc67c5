import type { ImportedTexts } from './1-parse/imports';
import { structure } from './3-structure/structure';
import type { CompiledProcess } from './4-emit/describe';
import { describeOnly, emit, type EmitOptions, type GeneratedFile } from './4-emit/emit';
import { complementary } from './4-emit/expressions';
import type { Diagnostic } from './diagnostics/diagnostic';
import { parseAndModel } from './parse-and-model';
import { traced } from './traced';

export interface CompileOptions extends EmitOptions {
  /** Makes errors of what is only doubtful, see docs/diagnostics.md. */
  readonly strict?: boolean;
  /** The BPMN files that the diagram imports, see `collectImports`; without them nothing in them is known. */
  readonly imports?: ImportedTexts;
  /** For tests: the code also records the sequence flows that it takes, by their ids. */
  readonly trace?: boolean;
}

export interface CompileResult {
  /** `<name>.process.ts` and `<name>.workflow.ts`, to be written beside the diagram; none if there is any error. */
  readonly files: readonly GeneratedFile[];
  /** Errors and warnings, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The processes with what they call; also when there are errors, as far as they can be told. */
  readonly processes: readonly CompiledProcess[];
}

/**
 * Compiles a BPMN diagram to TypeScript. Pure: it reads and writes no files, and the same source and options always give
 * the same bytes. Mistakes in the diagram are returned, all of them; nothing is thrown for them.
 *
 * @example
 * const { files, diagnostics } = await compile({ file: 'order.bpmn', xml });
 */
export async function compile(
  source: { readonly file: string; readonly xml: string },
  options: CompileOptions = {},
): Promise<CompileResult> {
  // 1 parse, 2 model: XML → elements → what they mean
  const {
    model: meant,
    partial,
    reporter,
  } = parseAndModel(source, {
    strict: options.strict ?? false,
    imports: options.imports,
  });
  const model = meant && options.trace ? { ...meant, processes: meant.processes.map(traced) } : meant;
  if (!model) {
    const processes = partial ? describeOnly(partial, options, reporter) : [];
    return { files: [], diagnostics: reporter.diagnostics(), processes };
  }

  // 3 structure: flow graphs → nested statements
  const structured = model.processes.map((process) => structure(process, { isProcess: true, complementary }));

  // 4 emit: statements → TypeScript
  const { files, processes } = emit(model, structured, options, reporter);
  return { files: reporter.failed ? [] : files, diagnostics: reporter.diagnostics(), processes };
}
