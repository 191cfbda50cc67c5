import type { Reason, Region } from '../3-structure/tree';
import type { Code } from '../diagnostics/catalogue';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';

const CODES = {
  'several-starts': 'starts-several',
  'irreducible-cycle': 'cycle-with-several-entries',
  'inclusive-split': 'split-inclusive',
  'overlapping-join': 'join-overlapping',
  'starved-join': 'join-starved',
  'multi-merge': 'merge-of-branches',
  'several-tokens-in-cycle': 'cycle-of-branches',
  'nested-too-deep': 'nested-too-deep',
} as const satisfies Record<Reason, Code>;

/** Refuses a part of a graph that has no structured form, naming the elements that make it so. */
export function reportUnstructured({ reason, entry, elements }: Region, reporter: Reporter): void {
  const related = elements
    .filter((node) => node !== entry)
    .map(({ id, kind, name, position }) => ({ element: id, message: label(kind, name, id), position }));
  const where = { element: entry.id, position: entry.position };
  reporter.report(CODES[reason], where, { element: label(entry.kind, entry.name, entry.id) }, { related });
}
