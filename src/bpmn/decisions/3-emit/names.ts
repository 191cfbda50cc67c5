import { identifier } from '../../../shared/identifier';
import { isReserved } from '../../4-emit/reserved';
import { isDecisionHelper } from './helpers';

/** Hands out identifiers, each once. */
export class NameBook {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** An identifier like the text; with the suffix, or a number, behind it where it is taken. */
  take(text: string, fallback: string, suffix = ''): string {
    const base = identifier(text) || fallback;
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? base : `${base}${suffix}${n === 2 && suffix !== '' ? '' : n}`;
      if (this.#taken.has(name) || isReserved(name) || isDecisionHelper(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  /** A name for what is inside of something that has this book. */
  inner(): NameBook {
    return new NameBook(this.#taken);
  }
}

/** Ids that editors make up: `Decision_1x2y3z4`, `_3f2504e0-…`. */
function isMadeUp(id: string): boolean {
  return (
    /^_?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ||
    /^(decision|businessknowledgemodel|bkm)_(?=[a-z]*\d)[\da-z]{5,8}$/i.test(id)
  );
}

/** What people call a decision in code: its id, which changes rarely, unless an editor made that up. */
export function codeName({ id, name }: { readonly id: string; readonly name: string }): string {
  return isMadeUp(id) && identifier(name) !== '' ? name : id;
}

/** `applicant` → `Applicant` */
export function pascal(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
