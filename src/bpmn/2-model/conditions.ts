import type { XmlElement } from '../1-parse/xml-element';
import { describe } from './diagram';
import type { Context, ElementReader } from './element-reader';
import { bpmnExpression } from './expressions';
import { languageOf } from './languages';
import type { Dialect } from './types';
import type { Expression } from './value-types';

/** How the engines of a dialect want conditions to be written; in plain BPMN text needs no mark. */
const MARKED: Readonly<Partial<Record<Dialect, string>>> = {
  camunda7: '${…}',
  flowable: '${…}',
  camunda8: '= …',
};

/** The condition of a sequence flow, or of another `owner`. */
export function readCondition(
  reader: ElementReader,
  context: Context,
  owner: XmlElement = reader.element.parent ?? reader.element,
): Expression | undefined {
  const { diagram, reporter } = context;
  const mark = MARKED[diagram.dialect];
  const condition = bpmnExpression(reader, mark ? 'literal' : declaredLanguage(context), context);
  if (condition?.language !== 'literal') return condition;

  const example = mark?.replace('…', condition.text) ?? condition.text;
  const parameters = { text: condition.text, element: describe(owner), example };
  reporter.report('condition-literal', diagram.document.place.text(reader.element), parameters);
  return undefined;
}

/**
 * The language that the file declares for expressions without a mark, else FEEL. Editors write the standard's default,
 * XPath, without being asked, so a language that Baton does not run is no reason to refuse the file: expressions that are
 * no FEEL are refused where they stand. jBPM has none but its own.
 */
export function declaredLanguage({ diagram }: Context): Expression['language'] {
  if (diagram.dialect === 'jbpm') return 'java';
  return languageOf(diagram.document.root.attributes.get('expressionLanguage') ?? '') ?? 'feel';
}
