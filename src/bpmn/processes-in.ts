import { idOf, childrenOf } from './1-parse/xml-element';
import { createMetamodel } from './1-parse/metamodel';
import { readXml } from './1-parse/read-xml';
import { dialectOf } from './2-model/dialect';
import { isExecutable } from './2-model/diagram';
import { fileNames } from './4-emit/file-names';
import { functionName } from './4-emit/names';
import { createReporter } from './diagnostics/reporter';
import { createSource } from './diagnostics/source';

/**
 * The processes that a diagram compiles to: what `CompileOptions.processes` of other diagrams of the project needs to
 * know of it. Nothing is checked; a file that cannot be read has none.
 *
 * @example
 * const [{ id, type }] = processesIn({ file: 'order.bpmn', xml });
 */
export function processesIn(
  { file, xml }: { readonly file: string; readonly xml: string },
  options: { readonly deployment?: string } = {},
): readonly { readonly id: string; readonly type: string }[] {
  const source = createSource(file, xml);
  const root = readXml(source, createMetamodel().namespaces, createReporter(source, { strict: false }));
  if (!root) return [];
  const ids = childrenOf(root, 'bpmn:process')
    .filter((process) => isExecutable(process, dialectOf(root)))
    .flatMap((process) => idOf(process) ?? []);
  const { base } = fileNames(file);
  return ids.map((id) => ({ id, type: functionName(id, { base, ids, ...options }) }));
}
