import { ExpressionProblem } from './translation';

/** Offsets in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Token extends Span {
  /** Name of the group of the pattern, or `end`: nothing that the pattern knows comes any more. */
  readonly kind: string;
  readonly text: string;
}

/** Operators of one rank, by how they are written. */
export type Rank<Operator extends string> = Readonly<Record<string, Operator>>;

/** The tokens of an expression for a recursive descent, one at a time. */
export class Tokens {
  #current: Token;
  #lastEnd = 0;

  /**
   * @param pattern - sticky, with a group for each kind of token; signs are in the group `sign`
   * @param position - where the expression begins
   */
  constructor(
    readonly text: string,
    private readonly pattern: RegExp,
    private position = 0,
  ) {
    this.#current = this.#read();
  }

  get current(): Token {
    return this.#current;
  }

  /** Where the token before the current one ends. */
  get lastEnd(): number {
    return this.#lastEnd;
  }

  /** Goes on. @returns the token that was the current one */
  next(): Token {
    const token = this.#current;
    this.#lastEnd = token.to;
    this.#current = this.#read();
    return token;
  }

  isSign(sign: string): boolean {
    return this.#current.kind === 'sign' && this.#current.text === sign;
  }

  take(sign: string): Token | undefined {
    return this.isSign(sign) ? this.next() : undefined;
  }

  expect(sign: string): Token {
    return this.take(sign) ?? this.refuse(sign);
  }

  refuse(expected?: string): never {
    const { text, from, to } = this.#current;
    const wanted = expected ? `; "${expected}" was expected` : '';
    const message = text ? `"${text}" does not fit here${wanted}` : `it is not complete${wanted}`;
    throw new ExpressionProblem('syntax', message, from, to);
  }

  /** What stands in parentheses, separated by commas; undefined if there is none. */
  arguments<Node>(read: () => Node): Node[] | undefined {
    if (!this.take('(')) return undefined;
    const args: Node[] = [];
    while (!this.take(')')) {
      if (args.length > 0) this.expect(',');
      args.push(read());
    }
    return args;
  }

  /**
   * Operators between operands; those of one rank from the left.
   *
   * @param ranks - the loosest first
   */
  binary<Node extends { readonly at: Span }, Operator extends string>(
    ranks: readonly Rank<Operator>[],
    operand: () => Node,
    join: (parts: { operator: Operator; left: Node; right: Node; at: Span }) => Node,
  ): Node {
    const [rank, ...tighter] = ranks;
    if (!rank) return operand();
    let left = this.binary(tighter, operand, join);
    for (;;) {
      const { text } = this.#current;
      const operator = Object.hasOwn(rank, text) ? rank[text] : undefined;
      if (operator === undefined) return left;
      this.next();
      const right = this.binary(tighter, operand, join);
      left = join({ operator, left, right, at: { from: left.at.from, to: right.at.to } });
    }
  }

  #read(): Token {
    this.pattern.lastIndex = this.position;
    const match = this.pattern.exec(this.text);
    const [kind, text] = Object.entries(match?.groups ?? {}).find(([, group]) => group !== undefined) ?? [];
    if (!match || kind === undefined || text === undefined) {
      const rest = this.text.slice(this.position);
      const from = this.position + (rest.length - rest.trimStart().length);
      return { kind: 'end', text: this.text[from] ?? '', from, to: Math.min(from + 1, this.text.length) };
    }
    this.position = this.pattern.lastIndex;
    return { kind, text, from: this.position - text.length, to: this.position };
  }
}
