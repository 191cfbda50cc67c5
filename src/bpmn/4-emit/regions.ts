import type { Node } from '../2-model/types';
import type { Reason, Region, StructuredScope } from '../3-structure/tree';
import type { Code } from '../diagnostics/catalogue';
import type { Position } from '../diagnostics/diagnostic';
import { label } from '../diagnostics/label';
import type { Reporter } from '../diagnostics/reporter';

/** A part of a process without a nested form, which became functions that go on at one another. */
export interface UnnestedPart {
  /** Where it begins. */
  readonly element: string;
  readonly position: Position;
  readonly reason: Reason;
  /** The reason in words, with the names of the elements. */
  readonly text: string;
  /** Elements with which functions begin. */
  readonly functions: readonly string[];
}

/** What people rarely mean, though it has a meaning. */
const WARNINGS = {
  'starved-join': 'join-starved',
  'multi-merge': 'merge-of-branches',
} as const satisfies Partial<Record<Reason, Code>>;

const TEXTS: Readonly<Record<Reason, (entry: string) => string>> = {
  'irreducible-cycle': (entry) => `The cycle at the ${entry} can be entered at several places`,
  'overlapping-join': (entry) => `The branches that begin at the ${entry} do not come together at one join`,
  'straying-branch': (entry) => `Of the branches that begin at the ${entry} some may end before the join`,
  'starved-join': (entry) => `The ${entry} joins flows on some of which nothing may ever come`,
  'multi-merge': (entry) => `Branches that begin at the ${entry} merge without a join`,
  'several-tokens-in-cycle': (entry) => `A branch that begins at the ${entry} leads back to before it`,
  'several-paths': (entry) => `Several of these functions lead to the ${entry}`,
  'several-tokens': (entry) => `Several tokens may be on their way to the ${entry} at once`,
  'complex-join': (entry) => `The ${entry} decides by a condition when what has arrived goes on`,
  'token-quantity': (entry) => `The ${entry} waits for several tokens`,
  'token-positions': (entry) => `An inclusive gateway has to know whether a token has reached the ${entry}`,
  'nested-too-deep': (entry) => `At the ${entry} code would be nested too deeply to be read`,
};

/** All of a scope and the scopes in it, in reading order. */
export function unnestedParts(scope: StructuredScope): UnnestedPart[] {
  return regionsIn(scope).map(({ reason, entry, paths }) => {
    const names = paths.map(labelOf);
    const become = names.length === 1 ? 'begins a function of its own' : 'begin functions of their own';
    return {
      element: entry.id,
      position: entry.position,
      reason,
      text: `${TEXTS[reason](labelOf(entry))}, so ${names.join(', ')} ${become}.`,
      functions: paths.map(({ id }) => id),
    };
  });
}

/** Warns of parts of a graph that do what they say, which may not be what was meant. */
export function warnOfRegions(scope: StructuredScope, reporter: Reporter): void {
  for (const region of regionsIn(scope)) warnOf(region, reporter);
}

function regionsIn({ regions, inner, events }: StructuredScope): Region[] {
  return [...regions, ...[...inner, ...events.map((event) => event.inner)].flatMap(regionsIn)];
}

function warnOf({ reason, entry, elements }: Region, reporter: Reporter): void {
  if (reason !== 'starved-join' && reason !== 'multi-merge') return;
  const related = elements
    .filter((node) => node !== entry)
    .map((node) => ({ element: node.id, message: labelOf(node), position: node.position }));
  const where = { element: entry.id, position: entry.position };
  reporter.report(WARNINGS[reason], where, { element: labelOf(entry) }, { related });
}

function labelOf({ kind, name, id }: Node): string {
  return label(kind, name, id);
}
