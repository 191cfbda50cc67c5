import { described } from './compare';
import { define, type Functions, type Refuse } from './define';

/** Functions with regular expressions: those of JavaScript, with Java's flags in front (`(?i)abc`). */
export function patternFunctions(refuse: Refuse): Functions {
  return {
    matches: define(['input', 'pattern', 'flags'], (input, pattern, flags) =>
      withPattern('matches', input, pattern, flags, (text, expression) => text.search(expression) >= 0),
    ),
    replace: define(['input', 'pattern', 'replacement', 'flags'], (input, pattern, replacement, flags) => {
      if (typeof replacement !== 'string') return unfit('replace', input, pattern, replacement);
      return withPattern('replace', input, pattern, flags, (text, expression) =>
        text.replace(expression, inJavaScript(replacement)),
      );
    }),
    split: define(['string', 'delimiter'], (input, delimiter) =>
      withPattern('split', input, delimiter, undefined, split),
    ),
    extract: define(['string', 'pattern'], (input, pattern) =>
      withPattern('extract', input, pattern, undefined, (text, expression) =>
        [...text.matchAll(expression)].map(([found]) => found),
      ),
    ),
  };

  function withPattern(
    name: string,
    input: unknown,
    pattern: unknown,
    flags: unknown,
    work: (text: string, expression: RegExp) => unknown,
  ): unknown {
    if (typeof input !== 'string' || typeof pattern !== 'string') return unfit(name, input, pattern);
    const [, inFront = '', rest = ''] = /^(?:\(\?([a-z]+)\))?(.*)$/s.exec(pattern) ?? [];
    const wanted = `${inFront}${typeof flags === 'string' ? flags : ''}`;
    if (/[^ims]/.test(wanted)) return refuse(`${name}: there are no flags ${described(wanted)}`);
    try {
      return work(input, new RegExp(rest, [...new Set(`gu${wanted}`)].join('')));
    } catch {
      return refuse(`${name}: ${described(pattern)} is no regular expression`);
    }
  }

  /** Nothing comes of nothing. */
  function unfit(name: string, ...values: readonly unknown[]): null {
    const isWrong = values.every((value) => value !== null && value !== undefined);
    return isWrong ? refuse(`${name}: it takes texts, not ${values.map(described).join(', ')}`) : null;
  }
}

/** `$0` is all of what was found, and a backslash takes the next character as it is. */
function inJavaScript(replacement: string): string {
  return replacement.replace(/\\(.)|\$0/gs, (_found: string, escaped?: string) =>
    escaped === undefined ? '$&' : escaped.replace('$', '$$$$'),
  );
}

/** Without what groups of the delimiter have found. */
function split(text: string, delimiter: RegExp): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(delimiter)) {
    if (found === '' && (index === 0 || index === text.length)) continue;
    parts.push(text.slice(start, index));
    start = index + found.length;
  }
  return [...parts, text.slice(start)];
}
