/** Where a text stops being JSON, and what should stand there. `JSON.parse` does not always say. */
export interface JsonProblem {
  readonly offset: number;
  readonly expected: string;
}

const SPACE = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids just these
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The first mistake in a text that is to be JSON; undefined if there is none. */
export function jsonProblem(text: string): JsonProblem | undefined {
  const scanner = new Scanner(text);
  const problem = scanner.value() ?? scanner.skipSpace();
  if (problem !== undefined) return problem;
  return scanner.atEnd ? undefined : scanner.expected('the end');
}

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  expected(what: string): JsonProblem {
    return { offset: this.#at, expected: what };
  }

  skipSpace(): undefined {
    this.#take(SPACE);
    return undefined;
  }

  value(): JsonProblem | undefined {
    this.skipSpace();
    if (this.#takeText('{')) return this.#items('}', () => this.#member());
    if (this.#takeText('[')) return this.#items(']', () => this.value());
    return this.#take(STRING) || this.#take(SCALAR) ? undefined : this.expected('a value');
  }

  #items(end: string, item: () => JsonProblem | undefined): JsonProblem | undefined {
    this.skipSpace();
    if (this.#takeText(end)) return undefined;
    for (;;) {
      const problem = item();
      if (problem !== undefined) return problem;
      this.skipSpace();
      if (this.#takeText(end)) return undefined;
      if (!this.#takeText(',')) return this.expected(`"," or "${end}"`);
    }
  }

  #member(): JsonProblem | undefined {
    this.skipSpace();
    if (!this.#take(STRING)) return this.expected('a name in double quotes');
    this.skipSpace();
    return this.#takeText(':') ? this.value() : this.expected('":"');
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #takeText(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}
