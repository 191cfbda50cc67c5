import type { Position } from '../diagnostics/diagnostic';
import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { languageOf } from './languages';
import { readScriptFile } from './script-file';
import type { Expression, ForeignScript } from './value-types';

type Script = Expression | ForeignScript;

/**
 * The script that is an element's text, or in the file that it names; undefined, with the reason reported, if it has none.
 */
export function readScriptText(
  reader: ElementReader,
  declared: string | undefined,
  context: Context,
): Script | undefined {
  const { element } = reader;
  const { place } = context.diagram.document;
  const file = readFileScript(reader, declared, context);
  if (file) return file === 'missing' ? undefined : file;
  if (element.text !== '') return scriptOf(element.text, place.text(element).position, declared, context);
  context.reporter.report('script-missing', place.of(element), { element: describe(element) });
  return undefined;
}

/** The script in the file that an element names, see `readScriptFile`. */
export function readFileScript(
  reader: ElementReader,
  declared: string | undefined,
  context: Context,
): Script | 'missing' | undefined {
  const file = readScriptFile(reader, context);
  if (file === undefined || file === 'missing') return file;
  return scriptOf(file.text, file.position, declared?.trim() || file.ending, context);
}

function scriptOf(text: string, position: Position, declared: string | undefined, context: Context): Script {
  const format = declared?.trim() || undefined;
  const language = format === undefined ? undeclaredLanguage(text, context) : languageOf(format);
  return language === undefined
    ? defined({ language: 'foreign' as const, format, text, position })
    : Object.freeze({ language, text, position });
}

/** Camunda 7 and Flowable take a script without a format for JUEL. */
function undeclaredLanguage(text: string, { diagram }: Context): Expression['language'] | undefined {
  const isEngine = diagram.dialect === 'camunda7' || diagram.dialect === 'flowable';
  return isEngine && /[$#]\{/.test(text) ? 'juel' : undefined;
}
