import { join } from 'node:path';
import type { Report } from '../report';
import type { Case } from '../suites';

export interface Judged {
  readonly of: Case;
  /** Why it has not passed. */
  readonly why: string | undefined;
  /** What is odd about a case that has passed. */
  readonly remark?: string | undefined;
}

/** By group: cases, and tests, which pass when all their cases do. */
export function reportOf(
  { name, folder }: { readonly name: string; readonly folder: string },
  judged: readonly Judged[],
): Report {
  const groups = [...new Set(judged.map(({ of }) => of.group))];
  const failed = judged.filter(({ why }) => why !== undefined);
  return {
    name,
    about:
      'what an engine must do with one construct each, compiled and run on a Temporal server with skipped time',
    tables: [
      {
        head: ['group', 'cases', 'of', 'tests', 'of'],
        rows: [
          ...groups.map((group) => [group, ...count(judged.filter(({ of }) => of.group === group))]),
          ['all', ...count(judged)],
        ],
      },
    ],
    lists: [
      { title: 'Failed', lines: failed.map(({ of, why }) => `${of.id}: ${why}`) },
      {
        title: 'Passed, but',
        lines: judged
          .filter(({ why, remark }) => why === undefined && remark !== undefined)
          .map(({ of, remark }) => `${of.id}: ${remark}`),
      },
    ],
    passed: judged.length - failed.length,
    failed: failed.length,
    ran: [...new Set(judged.filter(hasRun).map(({ of }) => join(folder, of.diagram)))],
  };
}

function hasRun({ of, why }: Judged): boolean {
  return why === undefined && of.expect.outcome === 'traced';
}

function count(judged: readonly Judged[]): number[] {
  const all = new Set(judged.map(({ of }) => of.test));
  const failed = judged.filter(({ why }) => why !== undefined);
  const failedTests = new Set(failed.map(({ of }) => of.test));
  return [judged.length - failed.length, judged.length, all.size - failedTests.size, all.size];
}
