import type { Reason, Region, StructuredScope } from '../3-structure/tree';
import type { Code } from '../diagnostics/catalogue';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';

/** What people rarely mean, though it has a meaning. */
const WARNINGS = {
  'starved-join': 'join-starved',
  'multi-merge': 'merge-of-branches',
} as const satisfies Partial<Record<Reason, Code>>;

/** Warns of parts of a graph that do what they say, which may not be what was meant. */
export function warnOfRegions({ regions, inner }: StructuredScope, reporter: Reporter): void {
  for (const region of regions) warnOf(region, reporter);
  for (const scope of inner) warnOfRegions(scope, reporter);
}

function warnOf({ reason, entry, elements }: Region, reporter: Reporter): void {
  if (reason !== 'starved-join' && reason !== 'multi-merge') return;
  const related = elements
    .filter((node) => node !== entry)
    .map(({ id, kind, name, position }) => ({ element: id, message: label(kind, name, id), position }));
  const where = { element: entry.id, position: entry.position };
  reporter.report(WARNINGS[reason], where, { element: label(entry.kind, entry.name, entry.id) }, { related });
}
