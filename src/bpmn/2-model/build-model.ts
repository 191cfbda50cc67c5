import type { XmlDocument } from '../1-parse/xml-element';
import type { Reporter } from '../diagnostics/reporter';
import { createDiagram } from './diagram';
import { readProcess } from './read-scope';
import { rules } from './rules';
import type { Model } from './types';

/**
 * Phase 2: elements → validated, frozen model. All rules run and all elements are read even after a problem, so that a
 * file's problems are reported together. If one of them, of this phase or before, is an error, the model lacks what
 * could not be read: nothing is to be compiled from it.
 */
export function buildModel(document: XmlDocument, reporter: Reporter): Model {
  const diagram = createDiagram(document);
  for (const rule of rules) rule(diagram, reporter);
  const processes = diagram.processes.map((process) => readProcess(process, { diagram, reporter }));
  return Object.freeze({
    file: document.source.file,
    dialect: diagram.dialect,
    processes: Object.freeze(processes),
  });
}
