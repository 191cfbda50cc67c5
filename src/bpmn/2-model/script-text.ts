import { defined } from './defined';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { languageOf } from './languages';
import type { Expression, ForeignScript } from './value-types';

/** The script that is an element's text; undefined, with the reason reported, if it has none. */
export function readScriptText(
  { element }: ElementReader,
  declared: string | undefined,
  context: Context,
): Expression | ForeignScript | undefined {
  const { place } = context.diagram.document;
  const { text } = element;
  const format = declared?.trim() || undefined;
  if (text === '') {
    context.reporter.report('script-missing', place.of(element), { element: describe(element) });
    return undefined;
  }
  const { position } = place.text(element);
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
