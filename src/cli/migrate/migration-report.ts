import { survey, type Becomes, type Survey } from '../../bpmn/migration/survey';
import { compileDiagrams } from '../diagrams/compile-diagrams';
import { isDecisionFile } from '../diagrams/decision-files';
import { shown } from '../paths';

export interface MigrationReport {
  readonly totals: Totals;
  readonly diagrams: readonly Survey[];
}

export interface Totals {
  readonly diagrams: number;
  readonly compile: number;
  readonly refused: number;
  /** No process in them is marked as executable. */
  readonly pictures: number;
  /** Names of the activities to be written, each once, with how often they are called. */
  readonly activities: readonly { readonly name: string; readonly calls: number }[];
  /** Codes of the errors, the most frequent first. */
  readonly refusals: readonly { readonly code: string; readonly count: number; readonly diagrams: number }[];
  /** What becomes of all that the diagrams refer to. */
  readonly uses: Readonly<Record<Becomes['kind'], number>>;
}

/** Compiles diagrams, writing nothing, and says what they need and what stands in their way. */
export async function migrationReport(files: readonly string[]): Promise<MigrationReport> {
  const compiled = await compileDiagrams(files, { strict: false });
  const diagrams = compiled
    .filter(({ file }) => !isDecisionFile(file))
    .map((diagram) => survey({ file: shown(diagram.file), xml: diagram.xml }, diagram));
  return { totals: totalsOf(diagrams), diagrams };
}

function totalsOf(diagrams: readonly Survey[]): Totals {
  const withOutcome = (outcome: Survey['outcome']) =>
    diagrams.filter((diagram) => diagram.outcome === outcome).length;
  const uses = diagrams.flatMap((diagram) => diagram.uses);
  const kinds = countBy(uses, ({ becomes }) => becomes.kind);
  return {
    diagrams: diagrams.length,
    compile: withOutcome('compiles'),
    refused: withOutcome('refused'),
    pictures: withOutcome('picture'),
    activities: [
      ...countBy(
        uses.flatMap(({ becomes }) => (becomes.kind === 'activity' ? becomes.name : [])),
        (name) => name,
      ),
    ]
      .map(([name, calls]) => ({ name, calls }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    refusals: refusalsOf(diagrams),
    uses: {
      activity: kinds.get('activity') ?? 0,
      'workflow code': kinds.get('workflow code') ?? 0,
      'child workflow': kinds.get('child workflow') ?? 0,
      'human task': kinds.get('human task') ?? 0,
      nothing: kinds.get('nothing') ?? 0,
      refused: kinds.get('refused') ?? 0,
    },
  };
}

function refusalsOf(diagrams: readonly Survey[]): Totals['refusals'] {
  const codes = diagrams.map(({ outcome, diagnostics }) =>
    outcome === 'refused'
      ? diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
      : [],
  );
  const files = countBy(
    codes.flatMap((one) => [...new Set(one)]),
    (code) => code,
  );
  return [...countBy(codes.flat(), (code) => code)]
    .map(([code, count]) => ({ code, count, diagrams: files.get(code) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function countBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
