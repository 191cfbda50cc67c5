import { prefixOf } from '../1-parse/namespaces';
import type { Position } from '../diagnostics/diagnostic';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { expressionLanguageOf, XPATH_DATA_FUNCTIONS } from './languages';
import { readScriptFile } from './script-file';
import type { Expression } from './value-types';

const FEEL_MARK = /^\s*=\s*/;
const JUEL_MARK = /[$#]\{/;
const XPATH_MARK = new RegExp(`\\b(?:${XPATH_DATA_FUNCTIONS.join('|')})\\s*\\(`);

/**
 * Value of an extension's attribute. In Zeebe's, FEEL begins with `=`; in those of Camunda 7 and Flowable, JUEL stands in
 * `${…}`. Everything else is text that stands for itself.
 */
export function extensionAttribute(
  reader: ElementReader,
  name: string,
  context: Context,
): Expression | undefined {
  const value = reader.attribute(name);
  if (value === undefined || value.trim() === '') return undefined;
  const { position } = context.diagram.document.place.attribute(reader.element, name);
  return markedExpression(value, position, engineOf(reader, name), context);
}

/**
 * An attribute of the standard's own that engines allow to be an expression: the name of a message or signal, or the code
 * of an error or escalation.
 */
export function nameExpression(
  reader: ElementReader,
  context: Context,
  attribute = 'name',
): Expression | undefined {
  const name = reader.attribute(attribute);
  if (name === undefined || name.trim() === '') return undefined;
  const { dialect, document } = context.diagram;
  const { position } = document.place.attribute(reader.element, attribute);
  return markedExpression(name, position, dialect === 'camunda8' ? 'zeebe' : dialect, context);
}

/** Text that stands for itself. */
export function literal(text: string, position: Position): Expression {
  return frozen('literal', text, position);
}

/** Text of an extension's element, by the same rules. */
export function extensionText(reader: ElementReader, context: Context): Expression {
  const { position } = context.diagram.document.place.text(reader.element);
  return markedExpression(reader.element.text, position, engineOf(reader, ''), context);
}

/**
 * An expression element of BPMN itself. An explicit `language` decides; else the mark (`=` FEEL, `${…}` JUEL, the
 * standard's functions XPath); else `unmarked`: what text without a mark is at this place.
 */
export function bpmnExpression(
  reader: ElementReader,
  unmarked: Expression['language'],
  context: Context,
): Expression | undefined {
  const { element } = reader;
  const { place } = context.diagram.document;
  const declared = reader.attribute('language');
  reader.attribute('xsi:type');
  reader.attribute('evaluatesToTypeRef'); // the type follows from where the value is used
  const file = readScriptFile(reader, context);
  if (file === 'missing') return undefined;
  const text = file?.text ?? element.text;
  if (text === '') {
    const parameters = { what: what(element.name), element: describe(element.parent ?? element) };
    context.reporter.report('expression-empty', place.of(element), parameters);
    return undefined;
  }
  const { position } = file ?? place.text(element);
  if (declared === undefined) {
    const language = XPATH_MARK.test(text) ? 'xpath' : unmarked;
    return marked(text, position, context) ?? frozen(language, text, position);
  }

  const language = expressionLanguageOf(declared);
  if (language === undefined) {
    context.reporter.report('expression-language', place.attribute(element, 'language'), {
      language: declared,
    });
    return undefined;
  }
  return language === 'feel'
    ? (marked(text, position, context) ?? frozen('feel', text, position))
    : frozen(language, text, position);
}

function engineOf(reader: ElementReader, attribute: string): string {
  return prefixOf(attribute) || prefixOf(reader.element.name);
}

function markedExpression(text: string, position: Position, engine: string, context: Context): Expression {
  const mark = engine === 'zeebe' ? FEEL_MARK : JUEL_MARK;
  const expression = mark.test(text) ? marked(text, position, context) : undefined;
  return expression ?? frozen('literal', text.trim(), position);
}

/** The expression that a mark makes of a text, without FEEL's `=`. */
function marked(text: string, position: Position, context: Context): Expression | undefined {
  const { source } = context.diagram.document;
  if (FEEL_MARK.test(text)) {
    const written = source.text.slice(position.offset, position.offset + position.length);
    const skipped = FEEL_MARK.exec(written)?.[0].length ?? 0;
    const rest = source.position(position.offset + skipped, position.length - skipped);
    return frozen('feel', text.replace(FEEL_MARK, '').trim(), rest);
  }
  return JUEL_MARK.test(text) ? frozen('juel', text.trim(), position) : undefined;
}

function frozen(language: Expression['language'], text: string, position: Position): Expression {
  return Object.freeze({ language, text, position });
}

/** `bpmn:conditionExpression` → `conditionExpression` */
function what(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
