import type { Expression } from './value-types';

const LANGUAGES: readonly { readonly language: Expression['language']; readonly names: RegExp }[] = [
  { language: 'feel', names: /^(feel|(text|application)\/(x-)?feel)$|\/FEEL\/?$/i },
  { language: 'javascript', names: /^((text|application)\/)?(x-)?(javascript|ecmascript|js)$/i },
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

/**
 * The same for expression elements of BPMN itself, which may be XPath as well: the standard's default, which editors also
 * declare for a whole file without being asked, so that only an expression that says it is XPath is taken for it.
 */
export function expressionLanguageOf(name: string): Expression['language'] | undefined {
  return /^\s*xpath\s*$|www\.w3\.org\/.*\bxpath\b/i.test(name) ? 'xpath' : languageOf(name);
}
