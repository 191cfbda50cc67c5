import type { Expression, ForeignScript, ScriptValue, Value } from '../2-model/value-types';
import { array, call, concat, object, quote, type Doc } from './doc';
import type { Emission } from './emission';
import { attempted, memberOf, rootOf, value, type Site } from './expressions';
import { scriptCall, scriptFunction, scriptKind } from './scripts';

/** A value that a diagram puts together. */
export function valueDoc(given: Value, site: Site, emission: Emission): Doc {
  switch (given.language) {
    case 'variable':
      return memberOf(rootOf(site, emission))(given.name);
    case 'list':
      return array(given.items.map((item) => valueDoc(item, site, emission)));
    case 'map':
      return object(given.entries.map(({ key, value }) => [key, valueDoc(value, site, emission)]));
    case 'script':
      return scriptValue(given, site, emission);
    default:
      return value(given, site, emission);
  }
}

function scriptValue({ script }: ScriptValue, site: Site, emission: Emission): Doc {
  const kind = scriptKind(script);
  if (kind.kind === 'activity') {
    return concat('await ', scriptCall(`${site.element}.script`, script, site, emission));
  }
  if (kind.script.language !== 'javascript') return value(kind.script, site, emission);
  const body = scriptFunction(kind.script, { hasResult: true, own: true }, site, emission);
  const doc = call(emission.uses.use('evaluate'), quote(site.element), rootOf(site, emission), body);
  return attempted(doc, site, emission);
}

/** The expressions and scripts in a value. */
function partsOf(given: Value): readonly (Expression | ForeignScript)[] {
  switch (given.language) {
    case 'variable':
      return [];
    case 'list':
      return given.items.flatMap(partsOf);
    case 'map':
      return given.entries.flatMap(({ value }) => partsOf(value));
    case 'script':
      return [given.script];
    default:
      return [given];
  }
}

/** Names that a value may read, and perhaps words of other kinds; not those of properties, nor of texts in quotes. */
export function wordsOf(given: Value): readonly string[] {
  if (given.language === 'variable') return [given.name];
  return partsOf(given).flatMap(({ language, text }) =>
    language === 'literal' ? [] : (withoutTexts(language, text).match(NAME) ?? []),
  );
}

const NAME = /(?<![.\p{L}\p{N}_$])[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** FEEL's names may have an apostrophe (`customer's order`), and so may JUEL's text around `${…}`. */
function withoutTexts(language: string, text: string): string {
  const texts = language === 'feel' ? /"(\\.|[^"\\])*"/g : /"(\\.|[^"\\${}])*"|'(\\.|[^'\\${}])*'/g;
  return text.replace(texts, '""');
}
