import type { XmlDocument } from '../1-parse/xml-element';
import type { Reporter } from '../diagnostics/reporter';
import { createDiagram } from './diagram';
import { readProcess } from './read-scope';
import { rules } from './rules';
import type { Model } from './types';

/**
 * Phase 2: elements → validated, frozen model. All rules run and all elements are read even after a problem, so that a
 * file's problems are reported together; there is a model only if none of them, of this phase or before, is an error.
 */
export function buildModel(document: XmlDocument, reporter: Reporter): Model | undefined {
  const diagram = createDiagram(document);
  for (const rule of rules) rule(diagram, reporter);
  const processes = diagram.processes.map((process) => readProcess(process, { diagram, reporter }));
  if (reporter.failed) return undefined;
  return Object.freeze({
    file: document.source.file,
    dialect: diagram.dialect,
    processes: Object.freeze(processes),
  });
}
