import type { ConvertingOperator } from './operators';
import { Tokens, type Rank, type Span } from './tokens';
import { ExpressionProblem } from './translation';

/** A parsed JUEL expression (unified expression language, as Camunda 7 and Flowable have it). */
export type Juel =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Span }
  | { readonly kind: 'identifier'; readonly name: string; readonly at: Span }
  | { readonly kind: 'property'; readonly object: Juel; readonly name: string; readonly at: Span }
  | { readonly kind: 'index'; readonly object: Juel; readonly index: Juel; readonly at: Span }
  /** A method of `object`, or without one a function, with its namespace: `fn:length`. */
  | {
      readonly kind: 'call';
      readonly object?: Juel;
      readonly name: string;
      readonly args: readonly Juel[];
      readonly at: Span;
    }
  | {
      readonly kind: 'unary';
      readonly operator: '!' | '-' | 'empty';
      readonly operand: Juel;
      readonly at: Span;
    }
  | {
      readonly kind: 'binary';
      readonly operator: ConvertingOperator;
      readonly left: Juel;
      readonly right: Juel;
      readonly at: Span;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Juel;
      readonly then: Juel;
      readonly otherwise: Juel;
      readonly at: Span;
    }
  /** Text with expressions in it. */
  | { readonly kind: 'composite'; readonly parts: readonly (string | Juel)[]; readonly at: Span };

const UNARY: Readonly<Record<string, '!' | '-' | 'empty'>> = {
  '!': '!',
  not: '!',
  '-': '-',
  empty: 'empty',
};
/** From the loosest to the tightest; words stand for signs. */
const RANKS: readonly Rank<ConvertingOperator>[] = [
  { '||': '||', or: '||' },
  { '&&': '&&', and: '&&' },
  { '==': '==', eq: '==', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '<=': '<=', le: '<=', '>': '>', gt: '>', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': '%', mod: '%' },
];
const TOKEN =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>\|\||&&|==|!=|<=|>=|[-+*/%<>!?:.,()[\]{}]))/uy;

/** `${…}`, `#{…}`, or text with such parts in it. */
export function parseJuel(text: string): Juel {
  const parts: (string | Juel)[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    if (/^[$#]\{/.test(text.slice(at, at + 2))) {
      if (plain) parts.push(plain);
      plain = '';
      const parser = new Parser(text, at + 2);
      parts.push(parser.whole());
      at = parser.end;
    } else {
      // A backslash makes an expression plain text.
      const escaped = /^\\[$#]\{/.test(text.slice(at, at + 3));
      plain += escaped ? text.slice(at + 1, at + 3) : (text[at] ?? '');
      at += escaped ? 3 : 1;
    }
  }
  if (plain) parts.push(plain);
  const [only] = parts;
  const at = { from: 0, to: text.length };
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return only;
  return { kind: 'composite', parts, at };
}

/** Only quotes and backslashes can be escaped. */
function unescaped(text: string, { from, to }: Span): string {
  const quote = text.charAt(0);
  return text.slice(1, -1).replace(/\\(.)/gs, (escape, character: string) => {
    if (character === quote || character === '\\') return character;
    throw new ExpressionProblem('syntax', `"${escape}" is not an escape that it has`, from, to);
  });
}

/** Recursive descent over one `{…}`. */
class Parser {
  readonly #tokens: Tokens;
  /** Where the text goes on behind the closing brace. */
  end = 0;

  constructor(text: string, position: number) {
    this.#tokens = new Tokens(text, TOKEN, position);
  }

  whole(): Juel {
    const expression = this.#conditional();
    if (!this.#tokens.isSign('}')) this.#tokens.refuse('}');
    this.end = this.#tokens.current.to;
    return expression;
  }

  readonly #conditional = (): Juel => {
    const test = this.#tokens.binary<Juel, ConvertingOperator>(RANKS, this.#unary, (parts) => ({
      kind: 'binary',
      ...parts,
    }));
    if (!this.#tokens.take('?')) return test;
    const then = this.#conditional();
    this.#tokens.expect(':');
    const otherwise = this.#conditional();
    return { kind: 'conditional', test, then, otherwise, at: { from: test.at.from, to: otherwise.at.to } };
  };

  readonly #unary = (): Juel => {
    const { text, from } = this.#tokens.current;
    const operator = Object.hasOwn(UNARY, text) ? UNARY[text] : undefined;
    if (operator === undefined) return this.#postfix();
    this.#tokens.next();
    const operand = this.#unary();
    return { kind: 'unary', operator, operand, at: { from, to: operand.at.to } };
  };

  #postfix(): Juel {
    const tokens = this.#tokens;
    let object = this.#primary();
    for (;;) {
      const { from } = object.at;
      if (tokens.take('.')) {
        if (tokens.current.kind !== 'word') tokens.refuse();
        const name = tokens.next();
        const args = tokens.arguments(this.#conditional);
        const at = { from, to: name.to };
        object = args
          ? { kind: 'call', object, name: name.text, args, at }
          : { kind: 'property', object, name: name.text, at };
      } else if (tokens.take('[')) {
        const index = this.#conditional();
        const { to } = tokens.expect(']');
        object = { kind: 'index', object, index, at: { from, to } };
      } else return object;
    }
  }

  #primary(): Juel {
    const tokens = this.#tokens;
    if (tokens.take('(')) {
      const inner = this.#conditional();
      tokens.expect(')');
      return inner;
    }
    const { kind, text, from, to } = tokens.current;
    const at = { from, to };
    if (kind === 'sign' || kind === 'end') tokens.refuse();
    tokens.next();
    if (kind === 'number') return { kind: 'literal', value: Number(text), at };
    if (kind === 'string') return { kind: 'literal', value: unescaped(text, at), at };
    return this.#word(text, at);
  }

  #word(text: string, at: Span): Juel {
    const tokens = this.#tokens;
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', at };
    if (text === 'null') return { kind: 'literal', value: null, at };
    const prefix = /^:[\p{L}_$]/u.test(tokens.text.slice(at.to, at.to + 2)) && tokens.take(':');
    const name = prefix ? `${text}:${tokens.next().text}` : text;
    const args = tokens.arguments(this.#conditional);
    if (args) return { kind: 'call', name, args, at };
    return { kind: 'identifier', name: text, at };
  }
}
