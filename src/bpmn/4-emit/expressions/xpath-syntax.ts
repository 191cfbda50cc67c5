import type { ConvertingOperator } from './operators';
import { Tokens, type Rank, type Span, type Token } from './tokens';
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

/** From the loosest to the tightest; in XPath an equals sign compares. */
const RANKS: readonly Rank<ConvertingOperator>[] = [
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
  readonly #tokens: Tokens;

  constructor(text: string) {
    this.#tokens = new Tokens(text, TOKEN);
  }

  whole(): XPath {
    const expression = this.#expression();
    const { kind, text } = this.#tokens.current;
    if (kind !== 'end' || text !== '') this.#tokens.refuse();
    return expression;
  }

  readonly #expression = (): XPath =>
    this.#tokens.binary<XPath, ConvertingOperator>(RANKS, this.#unary, (parts) => ({
      kind: 'binary',
      ...parts,
    }));

  readonly #unary = (): XPath => {
    const minus = this.#tokens.take('-');
    if (!minus) return this.#union();
    const operand = this.#unary();
    return { kind: 'negative', operand, at: { from: minus.from, to: operand.at.to } };
  };

  #union(): XPath {
    const path = this.#path();
    if (this.#tokens.isSign('|')) unsupported('"|" joins sets of nodes', this.#tokens.current);
    return path;
  }

  #path(): XPath {
    let path = this.#predicates(this.#first());
    for (;;) {
      this.#refuseDescendants();
      if (!this.#tokens.take('/')) return path;
      path = this.#predicates(this.#step(path));
    }
  }

  #first(): XPath {
    const tokens = this.#tokens;
    const { kind, text, from } = tokens.current;
    if (kind === 'string') return { kind: 'literal', value: text.slice(1, -1), at: tokens.next() };
    if (kind === 'number') return { kind: 'literal', value: Number(text), at: tokens.next() };
    if (tokens.take('(')) {
      const inner = this.#expression();
      tokens.expect(')');
      return inner;
    }
    this.#refuseDescendants();
    const marked = tokens.take('$') ?? tokens.take('/') ?? tokens.take('@');
    const name = local(this.#name().text);
    const args = marked ? undefined : tokens.arguments(this.#expression);
    const at = { from, to: tokens.lastEnd };
    return args ? { kind: 'call', name, args, at } : { kind: 'variable', name, at };
  }

  #step(object: XPath): XPath {
    this.#tokens.take('@');
    const name = this.#name();
    const { text, to } = name;
    if (this.#tokens.take('(')) {
      this.#tokens.expect(')');
      if (text === 'text' || text === 'node') return object; // a value is its own text
      unsupported(`"${text}()" is no step to data`, name);
    }
    return { kind: 'property', object, name: local(text), at: { from: object.at.from, to } };
  }

  #predicates(path: XPath): XPath {
    const tokens = this.#tokens;
    let object = path;
    while (tokens.take('[')) {
      const { kind, text } = tokens.current;
      if (kind !== 'number' || !/^[1-9]\d*$/.test(text))
        unsupported('a predicate can only be a position, like [1]', tokens.current);
      tokens.next();
      const { to } = tokens.expect(']');
      object = { kind: 'item', object, position: Number(text), at: { from: object.at.from, to } };
    }
    return object;
  }

  #name(): Token {
    const { current } = this.#tokens;
    const { kind, text } = current;
    if (kind === 'sign' && ['.', '..', '*', '::'].includes(text))
      unsupported(`"${text}" goes to no data by its name`, current);
    return kind === 'name' ? this.#tokens.next() : this.#tokens.refuse();
  }

  #refuseDescendants(): void {
    if (this.#tokens.isSign('//')) unsupported('"//" searches a whole document', this.#tokens.current);
  }
}

/** What XPath has, and data that is no XML document cannot be asked for. */
function unsupported(what: string, { from, to }: Span): never {
  throw new ExpressionProblem('unsupported', what, from, to);
}

/** `bpmn:getDataObject` → `getDataObject`: data has no namespaces. */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
