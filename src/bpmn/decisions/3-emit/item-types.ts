import { isPlainKey, quote, WIDTH } from '../../4-emit/doc';
import { STRING } from '../../4-emit/expressions/types';
import { didYouMean } from '../../../shared/did-you-mean';
import type { Position } from '../../diagnostics/diagnostic';
import type { Reporter } from '../../diagnostics/reporter';
import type { ItemType } from '../2-model/types';
import { constantsIn } from './constants';
import { type NameBook, pascal } from './names';
import { ANYTHING, BUILT_IN, type ValueType } from './value-types';

/** The types of a file: those of its item definitions become types of TypeScript. */
export class ItemTypes {
  readonly #items: ReadonlyMap<string, ItemType>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #resolving = new Set<string>();
  readonly #resolved = new Map<string, ValueType>();
  readonly #used = new Set<string>();

  constructor(
    items: readonly ItemType[],
    book: NameBook,
    private readonly reporter: Reporter,
  ) {
    this.#items = new Map(items.map((item) => [item.name, item]));
    // `tApplicant`, as the standard's examples have it, is `Applicant`.
    const plain = (name: string) => name.replace(/^t(?=\p{Lu})/u, '');
    this.#names = new Map(items.map(({ name }) => [name, pascal(book.take(plain(name), 'item'))]));
  }

  /** @param where - for the warning that there is no such type */
  of(name: string | undefined, where: { readonly position: Position; readonly element?: string }): ValueType {
    if (name === undefined) return ANYTHING;
    const builtIn = BUILT_IN.get(name);
    if (builtIn) return builtIn;
    const known = this.#resolved.get(name);
    if (known) return known;
    const item = this.#items.get(name);
    if (!item) {
      const hint = () => didYouMean(name, [...BUILT_IN.keys(), ...this.#items.keys()]);
      this.reporter.report('decision-type-unknown', where, { type: name }, { hint });
      return ANYTHING;
    }
    if (this.#resolving.has(name)) return { ...ANYTHING, ts: this.#nameOf(name) };
    this.#resolving.add(name);
    const type = this.#resolve(item, where);
    this.#resolving.delete(name);
    this.#resolved.set(name, type);
    return type;
  }

  has(name: string | undefined): boolean {
    return name !== undefined && (BUILT_IN.has(name) || this.#items.has(name));
  }

  #nameOf(name: string): string {
    this.#used.add(name);
    return this.#names.get(name) ?? 'unknown';
  }

  #resolve(item: ItemType, where: { readonly position: Position }): ValueType {
    const one = this.#one(item, where);
    return item.isCollection ? { ts: listOf(one.ts), type: ANYTHING.type, names: one.names } : one;
  }

  #one(item: ItemType, where: { readonly position: Position }): ValueType {
    if (item.components.length > 0) {
      const names = item.components.map(({ name, type }) => [name, this.of(type, where).names] as const);
      return { ts: this.#nameOf(item.name), type: ANYTHING.type, names: Object.fromEntries(names) };
    }
    const base = this.of(item.base, where);
    const allowed = item.allowed && constantsIn(item.allowed.text);
    const texts = allowed?.filter((value) => typeof value === 'string');
    if (base.type !== STRING || !texts || texts.length === 0 || texts.length !== allowed?.length) return base;
    return { ...base, ts: texts.map(quote).join(' | ') };
  }

  /** The types of TypeScript that code names. */
  lines(where: { readonly position: Position }): string[] {
    const written = new Set<string>();
    const lines: string[] = [];
    for (let left = this.#left(written); left.length > 0; left = this.#left(written)) {
      for (const item of left) {
        written.add(item.name);
        lines.push('', ...this.#interface(item, where));
      }
    }
    return lines;
  }

  #left(written: ReadonlySet<string>): ItemType[] {
    return [...this.#items.values()].filter(({ name }) => this.#used.has(name) && !written.has(name));
  }

  #interface(item: ItemType, where: { readonly position: Position }): string[] {
    return interfaceLines(
      this.#nameOf(item.name),
      item.components.map(({ name, type }) => [name, this.of(type, where).ts] as const),
    );
  }
}

function listOf(ts: string): string {
  return `readonly ${/[ |]/.test(ts) ? `(${ts})` : ts}[]`;
}

export function interfaceLines(
  name: string,
  fields: readonly (readonly [name: string, ts: string])[],
): string[] {
  if (fields.length === 0) return [`export type ${name} = object;`];
  return [`export interface ${name} {`, ...fields.flatMap(([field, ts]) => fieldLines(field, ts)), '}'];
}

function fieldLines(field: string, ts: string): string[] {
  const head = `  readonly ${isPlainKey(field) ? field : quote(field)}:`;
  return unionLines(head, ts, ';', 2);
}

/** `head 'a' | 'b';`, or behind `head` on a line of its own, or each member on one, as far as there is room. */
export function unionLines(head: string, ts: string, end: string, indent: number): string[] {
  const line = `${head} ${ts}${end}`;
  const members = ts.split(/ \| (?=(?:[^']*'[^']*')*[^']*$)/);
  if (line.length <= WIDTH || members.length < 2) return [line];
  const below = `${' '.repeat(indent + 2)}${ts}${end}`;
  if (below.length <= WIDTH) return [head, below];
  const lines = members.map((member) => `${' '.repeat(indent + 2)}| ${member}`);
  return [head, ...lines.slice(0, -1), `${lines.at(-1) ?? ''}${end}`];
}
