import type { ConvertingOperator } from './operators';
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

/** Offsets in the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const WORDS: Readonly<Record<string, ConvertingOperator | '!' | 'empty'>> = {
  or: '||',
  and: '&&',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  div: '/',
  mod: '%',
  not: '!',
  empty: 'empty',
};
const LEVELS: readonly (readonly ConvertingOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_$][\p{L}\p{N}_$]*)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>\|\||&&|==|!=|<=|>=|[-+*/%<>!?:.,()[\]{}]))/uy;

interface Token extends Span {
  readonly kind: 'number' | 'word' | 'string' | 'sign' | 'end';
  readonly text: string;
}

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

/** Recursive descent over one `{…}`. */
class Parser {
  #token: Token;
  /** Where the text goes on behind the closing brace. */
  end = 0;

  constructor(
    private readonly text: string,
    private position: number,
  ) {
    this.#token = this.#read();
  }

  whole(): Juel {
    const expression = this.#conditional();
    if (this.#token.text !== '}' || this.#token.kind !== 'sign') this.#refuse('}');
    this.end = this.#token.to;
    return expression;
  }

  #read(): Token {
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    const [kind, text] = Object.entries(match?.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    if (!match || text === undefined) {
      const rest = this.text.slice(this.position);
      const from = this.position + (rest.length - rest.trimStart().length);
      return { kind: 'end', text: this.text[from] ?? '', from, to: Math.min(from + 1, this.text.length) };
    }
    this.position = TOKEN.lastIndex;
    return { kind: kind as Token['kind'], text, from: this.position - text.length, to: this.position };
  }

  #next(): Token {
    const token = this.#token;
    this.#token = this.#read();
    return token;
  }

  #take(sign: string): boolean {
    if (this.#token.kind !== 'sign' || this.#token.text !== sign) return false;
    this.#next();
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) this.#refuse(sign);
  }

  #refuse(expected?: string): never {
    const { text, from, to } = this.#token;
    const wanted = expected ? `; "${expected}" was expected` : '';
    const message = text ? `"${text}" does not fit here${wanted}` : `it is not complete${wanted}`;
    throw new ExpressionProblem('syntax', message, from, to);
  }

  #operator(): string | undefined {
    const { kind, text } = this.#token;
    if (kind === 'sign') return text;
    return kind === 'word' ? WORDS[text] : undefined;
  }

  #conditional(): Juel {
    const test = this.#binary(0);
    if (!this.#take('?')) return test;
    const then = this.#conditional();
    this.#expect(':');
    const otherwise = this.#conditional();
    return { kind: 'conditional', test, then, otherwise, at: { from: test.at.from, to: otherwise.at.to } };
  }

  #binary(level: number): Juel {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((one) => one === this.#operator());
      if (!operator) return left;
      this.#next();
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator, left, right, at: { from: left.at.from, to: right.at.to } };
    }
  }

  #unary(): Juel {
    const operator = this.#operator();
    if (operator !== '!' && operator !== '-' && operator !== 'empty') return this.#postfix();
    const { from } = this.#next();
    const operand = this.#unary();
    return { kind: 'unary', operator, operand, at: { from, to: operand.at.to } };
  }

  #postfix(): Juel {
    let object = this.#primary();
    for (;;) {
      const { from } = object.at;
      if (this.#take('.')) {
        if (this.#token.kind !== 'word') this.#refuse();
        const name = this.#next();
        const args = this.#arguments();
        const at = { from, to: name.to };
        object = args
          ? { kind: 'call', object, name: name.text, args, at }
          : { kind: 'property', object, name: name.text, at };
      } else if (this.#take('[')) {
        const index = this.#conditional();
        const { to } = this.#token;
        this.#expect(']');
        object = { kind: 'index', object, index, at: { from, to } };
      } else return object;
    }
  }

  #arguments(): Juel[] | undefined {
    if (!this.#take('(')) return undefined;
    const args: Juel[] = [];
    while (!this.#take(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#conditional());
    }
    return args;
  }

  #primary(): Juel {
    const token = this.#next();
    const at = { from: token.from, to: token.to };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text), at };
    if (token.kind === 'string') {
      return { kind: 'literal', value: token.text.slice(1, -1).replace(/\\(.)/gs, '$1'), at };
    }
    if (token.kind === 'word') return this.#word(token, at);
    if (token.kind === 'sign' && token.text === '(') {
      const inner = this.#conditional();
      this.#expect(')');
      return inner;
    }
    this.#token = token;
    return this.#refuse();
  }

  #word({ text }: Token, at: Span): Juel {
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true', at };
    if (text === 'null') return { kind: 'literal', value: null, at };
    const prefix = /^:[\p{L}_$]/u.test(this.text.slice(at.to, at.to + 2)) && this.#take(':');
    const name = prefix ? `${text}:${this.#next().text}` : text;
    const args = this.#arguments();
    if (args) return { kind: 'call', name, args, at };
    return { kind: 'identifier', name: text, at };
  }
}
