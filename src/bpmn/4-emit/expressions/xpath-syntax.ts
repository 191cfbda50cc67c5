import type { ConvertingOperator } from './operators';
import { ExpressionProblem } from './translation';

/** A parsed XPath 1.0 expression, as far as data without a document can be asked by it. */
export type XPath =
  | { readonly kind: 'literal'; readonly value: string | number; readonly at: Span }
  /** `$order`, or the first step of a path: the data of the process is where paths begin. */
  | { readonly kind: 'variable'; readonly name: string; readonly at: Span }
  /** A further step: a child or an attribute. */
  | { readonly kind: 'property'; readonly object: XPath; readonly name: string; readonly at: Span }
  /** A predicate that is a position, from 1. */
  | { readonly kind: 'item'; readonly object: XPath; readonly position: number; readonly at: Span }
  /** The name without its prefix. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly XPath[]; readonly at: Span }
  | { readonly kind: 'negative'; readonly operand: XPath; readonly at: Span }
  | {
      readonly kind: 'binary';
      readonly operator: ConvertingOperator;
      readonly left: XPath;
      readonly right: XPath;
      readonly at: Span;
    };

/** Offsets in the text. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Token extends Span {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
}

/** From the loosest to the tightest; in XPath an equals sign compares. */
const LEVELS: readonly Readonly<Record<string, ConvertingOperator>>[] = [
  { or: '||' },
  { and: '&&' },
  { '=': '==', '!=': '!=' },
  { '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', div: '/', mod: '%' },
];

// Names may have hyphens and dots in them: a minus needs a space before it.
const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|(?<string>"[^"]*"|'[^']*')|(?<name>[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)|(?<sign>\/\/|::|\.\.|!=|<=|>=|[-+*=<>|$@()[\],./]))/uy;

export function parseXPath(text: string): XPath {
  return new Parser(text).whole();
}

class Parser {
  #token: Token;
  #position = 0;
  /** Where the token before the current one ends. */
  #lastEnd = 0;

  constructor(private readonly text: string) {
    this.#token = this.#read();
  }

  whole(): XPath {
    const expression = this.#binary(0);
    if (this.#token.kind !== 'end' || this.#token.text !== '') this.#refuse();
    return expression;
  }

  #read(): Token {
    TOKEN.lastIndex = this.#position;
    const match = TOKEN.exec(this.text);
    const [kind, text] = Object.entries(match?.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    if (!match || text === undefined) {
      const rest = this.text.slice(this.#position);
      const from = this.#position + (rest.length - rest.trimStart().length);
      return { kind: 'end', text: this.text[from] ?? '', from, to: Math.min(from + 1, this.text.length) };
    }
    this.#position = TOKEN.lastIndex;
    return { kind: kind as Token['kind'], text, from: this.#position - text.length, to: this.#position };
  }

  #next(): Token {
    const token = this.#token;
    this.#lastEnd = token.to;
    this.#token = this.#read();
    return token;
  }

  #take(sign: string): Token | undefined {
    return this.#token.kind === 'sign' && this.#token.text === sign ? this.#next() : undefined;
  }

  #expect(sign: string): Token {
    return this.#take(sign) ?? this.#refuse(sign);
  }

  #refuse(expected?: string): never {
    const { text, from, to } = this.#token;
    const wanted = expected ? `; "${expected}" was expected` : '';
    const message = text ? `"${text}" does not fit here${wanted}` : `it is not complete${wanted}`;
    throw new ExpressionProblem('syntax', message, from, to);
  }

  /** What XPath has, and data that is no XML document cannot be asked for. */
  #unsupported(what: string, { from, to }: Span): never {
    throw new ExpressionProblem('unsupported', what, from, to);
  }

  #binary(level: number): XPath {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const { kind, text } = this.#token;
      const operator = kind === 'sign' || kind === 'name' ? operators[text] : undefined;
      if (!operator) return left;
      this.#next();
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator, left, right, at: { from: left.at.from, to: right.at.to } };
    }
  }

  #unary(): XPath {
    const minus = this.#take('-');
    if (!minus) return this.#union();
    const operand = this.#unary();
    return { kind: 'negative', operand, at: { from: minus.from, to: operand.at.to } };
  }

  #union(): XPath {
    const path = this.#path();
    if (this.#token.text === '|') this.#unsupported('"|" joins sets of nodes', this.#token);
    return path;
  }

  #path(): XPath {
    let path = this.#predicates(this.#first());
    while (this.#token.kind === 'sign' && this.#token.text.startsWith('/')) {
      this.#refuseDescendants();
      this.#next();
      path = this.#predicates(this.#step(path));
    }
    return path;
  }

  #first(): XPath {
    const { kind, text, from } = this.#token;
    if (kind === 'string') return { kind: 'literal', value: text.slice(1, -1), at: this.#next() };
    if (kind === 'number') return { kind: 'literal', value: Number(text), at: this.#next() };
    if (this.#take('(')) {
      const inner = this.#binary(0);
      this.#expect(')');
      return inner;
    }
    this.#refuseDescendants();
    const marked = this.#take('$') ?? this.#take('/') ?? this.#take('@');
    const { text: name, to } = this.#name();
    const args = marked ? undefined : this.#arguments();
    return args
      ? { kind: 'call', name: local(name), args, at: { from, to: this.#lastEnd } }
      : { kind: 'variable', name: local(name), at: { from, to } };
  }

  #step(object: XPath): XPath {
    this.#take('@');
    const { text, from, to } = this.#name();
    if (this.#take('(')) {
      this.#expect(')');
      if (text === 'text' || text === 'node') return object; // a value is its own text
      this.#unsupported(`"${text}()" is no step to data`, { from, to });
    }
    return { kind: 'property', object, name: local(text), at: { from: object.at.from, to } };
  }

  #predicates(path: XPath): XPath {
    let object = path;
    while (this.#take('[')) {
      const { kind, text, from, to } = this.#token;
      if (kind !== 'number' || !/^[1-9]\d*$/.test(text))
        this.#unsupported('a predicate can only be a position, like [1]', { from, to });
      this.#next();
      const end = this.#expect(']');
      object = {
        kind: 'item',
        object,
        position: Number(text),
        at: { from: object.at.from, to: end.to },
      };
    }
    return object;
  }

  #name(): Token {
    const { kind, text } = this.#token;
    if (kind === 'sign' && ['.', '..', '*', '::'].includes(text))
      this.#unsupported(`"${text}" goes to no data by its name`, this.#token);
    if (kind !== 'name') this.#refuse();
    return this.#next();
  }

  #refuseDescendants(): void {
    if (this.#token.text === '//') this.#unsupported('"//" searches a whole document', this.#token);
  }

  #arguments(): XPath[] | undefined {
    if (!this.#take('(')) return undefined;
    const args: XPath[] = [];
    while (!this.#take(')')) {
      if (args.length > 0) this.#expect(',');
      args.push(this.#binary(0));
    }
    return args;
  }
}

/** `bpmn:getDataObject` → `getDataObject`: data has no namespaces. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
