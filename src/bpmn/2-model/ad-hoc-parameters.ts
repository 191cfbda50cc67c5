import type { Position } from '../diagnostics/diagnostic';
import type { Expression } from './value-types';

/** A value that a worker is to choose, with what it is told of it. */
export type Parameter = Readonly<Record<string, Expression>>;

const NAMES = ['name', 'description', 'type', 'schema', 'options'];
const CALL = /\bfromAi\s*\(/g;

/** The calls of FEEL's `fromAi(toolCall.city, "Where", "string")` in an expression, each as a parameter. */
export function parametersIn(source: string, position: Position): readonly Parameter[] {
  return [...source.matchAll(CALL)].map(({ index, 0: head }) => {
    const given = argumentsAt(source, index + head.length).map((text, i) => named(text, i));
    const [value, ...rest] = given.map(({ text }) => text);
    const name = /([\p{L}_]\w*)\s*$/u.exec(value ?? '')?.[1] ?? value ?? '';
    const texts = new Map([
      ['name', JSON.stringify(name)],
      ...rest.map((text, i): [string, string] => [given[i + 1]?.name ?? '', text]),
    ]);
    return Object.fromEntries(
      NAMES.flatMap((key) => {
        const text = texts.get(key);
        return text === undefined || text === 'null' ? [] : [[key, expressionOf(text, position)]];
      }),
    );
  });
}

/** `type: "number"`, or by its place. */
function named(text: string, i: number): { readonly name: string; readonly text: string } {
  const match = /^(value|description|type|schema|options)\s*:\s*(.*)$/s.exec(text);
  return match ? { name: match[1] ?? '', text: match[2] ?? '' } : { name: NAMES[i] ?? '', text };
}

/** A text stands for itself; anything else is FEEL. */
function expressionOf(text: string, position: Position): Expression {
  const isText = /^"(?:[^"\\]|\\.)*"$/.test(text);
  return isText
    ? Object.freeze({ language: 'literal', text: unquoted(text), position })
    : Object.freeze({ language: 'feel', text, position });
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, (_all, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

/** The arguments of a call, up to the parenthesis that closes it; commas in texts, lists and contexts separate nothing. */
function argumentsAt(source: string, from: number): readonly string[] {
  const found: string[] = [];
  let begin = from;
  let depth = 0;
  for (const { index, 0: token } of source.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[([{)\]},]/g)) {
    const at = from + index;
    if ('([{'.includes(token)) depth++;
    else if (')]}'.includes(token) && depth-- === 0) return [...found, source.slice(begin, at).trim()];
    else if (token === ',' && depth === 0) {
      found.push(source.slice(begin, at).trim());
      begin = at + 1;
    }
  }
  return found;
}
