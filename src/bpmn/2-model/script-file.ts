import { scriptAttribute, scriptPath } from '../1-parse/script-files';
import type { Position } from '../diagnostics/diagnostic';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';

/** A script that stands in a file of its own. */
export interface ScriptFile {
  readonly text: string;
  /** The ending of its name, which tells the language where nothing else does. */
  readonly ending: string;
  /** Where the diagram names it. */
  readonly position: Position;
}

/**
 * The file that `camunda:resource` names; undefined if nothing is named, `missing`, with the reason reported, if there is
 * no such file. A name that only a run knows is left unread, and so reported.
 */
export function readScriptFile(reader: ElementReader, context: Context): ScriptFile | 'missing' | undefined {
  const { element } = reader;
  const { place, texts = {} } = context.diagram.document;
  const attribute = scriptAttribute(element);
  if (attribute === undefined || !element.attributes.get(attribute)?.trim()) return undefined;
  const path = scriptPath(element);
  if (path === undefined) return 'missing';
  reader.attribute(attribute);
  const where = place.attribute(element, attribute);
  const text = texts[path];
  if (text === undefined) {
    const owner = element.name === 'bpmn:scriptTask' ? element : (element.parent ?? element);
    context.reporter.report('script-file-missing', where, { path, element: describe(owner) });
    return 'missing';
  }
  return { text: text.trim(), ending: path.slice(path.lastIndexOf('.') + 1), position: where.position };
}
