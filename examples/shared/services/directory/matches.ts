import { UnwillingToPerformError } from 'ldapjs';
import { same, valuesOf, type Entry } from './entry';

/** A search filter, as ldapjs parses it. */
export interface Filter {
  readonly type: string;
  readonly attribute: string | undefined;
  readonly value: string;
  readonly filters: readonly Filter[];
  readonly initial?: string;
  readonly any: readonly string[];
  readonly final?: string;
  readonly matchingRule?: string;
}

/** Active Directory's bitwise AND, as in `(userAccountControl:1.2.840.113556.1.4.803:=2)`. */
const BIT_AND = '1.2.840.113556.1.4.803';

/** Whether the filter holds for an entry. Texts are compared as Active Directory does: case makes no difference. */
export function matches(filter: Filter, entry: Entry): boolean {
  const values = valuesOf(entry, filter.attribute ?? '');
  switch (filter.type) {
    case 'AndFilter':
      return filter.filters.every((part) => matches(part, entry));
    case 'OrFilter':
      return filter.filters.some((part) => matches(part, entry));
    case 'NotFilter':
      return !filter.filters.some((part) => matches(part, entry));
    case 'PresenceFilter':
      return values.length > 0;
    case 'EqualityFilter':
      return values.some((value) => same(value, filter.value));
    case 'SubstringFilter':
      return values.some((value) => pattern(filter).test(value));
    case 'GreaterThanEqualsFilter':
      return values.some((value) => compare(value, filter.value) >= 0);
    case 'LessThanEqualsFilter':
      return values.some((value) => compare(value, filter.value) <= 0);
    case 'ExtensibleFilter':
      if (filter.matchingRule !== BIT_AND) break;
      return values.some((value) => (Number(value) & Number(filter.value)) === Number(filter.value));
  }
  throw new UnwillingToPerformError(
    `This directory does not filter by ${filter.matchingRule ?? filter.type}.`,
  );
}

function pattern({ initial = '', any, final = '' }: Filter): RegExp {
  const parts = [initial, ...any, final];
  return new RegExp(`^${parts.map((text) => text.replace(/\W/g, '\\$&')).join('.*')}$`, 'is');
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true, sensitivity: 'base' });
}
