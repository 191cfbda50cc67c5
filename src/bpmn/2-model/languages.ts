import type { Expression } from './value-types';

const LANGUAGES: readonly { readonly language: Expression['language']; readonly names: RegExp }[] = [
  { language: 'feel', names: /^(feel|(text|application)\/(x-)?feel)$|\/FEEL\/?(\d+\/?)?$/i },
  {
    language: 'javascript',
    names:
      /^((text|application)\/)?(x-)?(javascript|ecmascript|js)$|^https?:\/\/www\.java(script)?\.com\/javascript$/i,
  },
  { language: 'juel', names: /^(juel|uel)$/i },
];

/** XPath's functions for data, which the standard defines. */
export const XPATH_DATA_FUNCTIONS: readonly string[] = [
  'getDataObject',
  'getDataInput',
  'getDataOutput',
  'getProcessProperty',
  'getActivityProperty',
  'getEventProperty',
];

/** The language that a name, media type or URI of a diagram means; undefined if Baton does not run it. */
export function languageOf(name: string): Expression['language'] | undefined {
  return LANGUAGES.find(({ names }) => names.test(name.trim()))?.language;
}

/** jBPM's languages: Java, and MVEL, which writes simple expressions as Java does. */
const JAVA = /^(java|mvel|https?:\/\/www\.(java\.com\/java|mvel\.org\/2\.0))$/i;

/**
 * The same for expression elements of BPMN itself, which may be Java (as a script it is none of ours) or XPath as well: the
 * standard's default, which editors also declare for a whole file without being asked, so that only an expression that says
 * it is XPath is taken for it.
 */
export function expressionLanguageOf(name: string): Expression['language'] | undefined {
  const text = name.trim();
  if (/^xpath$|www\.w3\.org\/.*\bxpath\b/i.test(text)) return 'xpath';
  return JAVA.test(text) ? 'java' : languageOf(text);
}
