import type { ImportedTexts } from './1-parse/imports';
import { parse } from './1-parse/parse';
import { buildModel } from './2-model/build-model';
import type { Model } from './2-model/types';
import { type Reporter, createReporter } from './diagnostics/reporter';
import { createSource } from './diagnostics/source';

/**
 * Phases 1 and 2: the compiler's front half. The reporter has what was found so far and takes what later phases find;
 * without a model it holds at least one error, and `partial` is what could be read all the same.
 */
export function parseAndModel(
  file: { readonly file: string; readonly xml: string },
  options: { readonly strict: boolean; readonly imports?: ImportedTexts | undefined },
): {
  readonly model: Model | undefined;
  readonly partial: Model | undefined;
  readonly reporter: Reporter;
} {
  const source = createSource(file.file, file.xml);
  const reporter = createReporter(source, options);
  const document = parse(source, reporter, options.imports);
  const partial = document && buildModel(document, reporter);
  return { model: reporter.failed ? undefined : partial, partial, reporter };
}
