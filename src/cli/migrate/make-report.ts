import { resolve } from 'node:path';
import { diagramFiles } from '../diagrams/diagram-files';
import { shown } from '../paths';
import { writeFiles } from '../write-files';
import { asMarkdown } from './as-markdown';
import { asText } from './as-text';
import { migrationReport } from './migration-report';
import { totalWords } from './words';

export interface MakeReportOptions {
  readonly json?: boolean;
  /** File for the report in Markdown. */
  readonly out?: string;
}

/** `baton migrate report`: shows the report, or writes it and shows the totals. */
export async function makeReport(
  paths: readonly string[],
  { json = false, out }: MakeReportOptions,
): Promise<void> {
  const report = await migrationReport(diagramFiles(paths));
  if (out !== undefined) writeFiles([{ file: resolve(out), content: asMarkdown(report) }]);
  if (json) console.log(JSON.stringify(report, null, 2));
  else if (out === undefined) console.log(asText(report));
  else console.log(`${totalWords(report.totals)}. The report is in ${shown(resolve(out))}.`);
}
