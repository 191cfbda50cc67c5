import { type XmlElement, childOf } from '../../1-parse/xml-element';
import { languageOf } from '../../2-model/languages';
import type { Expression } from '../../2-model/value-types';
import type { Code, Parameters } from '../../diagnostics/catalogue';
import { label } from '../../diagnostics/label';
import type { Extras, Reporter } from '../../diagnostics/reporter';
import type { DmnDocument } from '../1-parse/parse-dmn';
import { defined } from '../../2-model/defined';
import type { Item } from './types';

/** What the readers of elements share. */
export interface Reader {
  readonly document: DmnDocument;
  readonly reporter: Reporter;
  report<C extends Code>(code: C, element: XmlElement, parameters: Parameters<C>, extras?: Extras): void;
}

export function createReader(document: DmnDocument, reporter: Reporter): Reader {
  return {
    document,
    reporter,
    report: (code, element, parameters, extras) => {
      reporter.report(code, document.place.of(element), parameters, extras);
    },
  };
}

/** How messages speak of an element: `decision "Risk"`. */
export function describe({ name, attributes }: XmlElement): string {
  const title = attributes.get('name') ?? attributes.get('label');
  return label(name, title, attributes.get('id'));
}

/** What stands in `<text>` of an element, in the language that is declared, or that the text shows. */
export function expressionOf(
  element: XmlElement | undefined,
  { document, reporter }: Reader,
): Expression | undefined {
  const text = element && childOf(element, 'dmn:text');
  if (!element || !text || text.text === '') return undefined;
  const declared =
    element.attributes.get('expressionLanguage') ?? document.root.attributes.get('expressionLanguage');
  const { position } = document.place.text(text);
  if (/[$#]\{/.test(text.text) && (declared === undefined || languageOf(declared) === 'juel')) {
    return { language: 'juel', text: text.text, position };
  }
  const language = declared?.trim() ? languageOf(declared) : 'feel';
  if (language === undefined) {
    const where = { ...document.place.of(element), position };
    reporter.report('expression-language', where, { language: declared ?? '' });
    return undefined;
  }
  // Camunda wraps JUEL that is not marked
  return { language, text: language === 'juel' ? `\${${text.text}}` : text.text, position };
}

/** A name and a type, of elements that have both as attributes. */
export function itemOf(element: XmlElement, fallback = ''): Item {
  const { attributes } = element;
  return defined({ name: attributes.get('name')?.trim() || fallback, type: typeOf(element) });
}

/** `feel:number` of DMN 1.1 is `number`. */
export function typeOf(element: XmlElement | undefined): string | undefined {
  const written = element?.attributes.get('typeRef') ?? (element && childOf(element, 'dmn:typeRef')?.text);
  const type = written?.replace(/^(feel|sfeel|dmn):/, '').trim();
  return type === '' || type === 'Any' || type === '<Undefined>' ? undefined : type;
}
