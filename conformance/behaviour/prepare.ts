import { basename, join } from 'node:path';
import { compile } from 'batonflow/compiler';
import type { Code } from '../../dist/testing/scenarios/server/bundle';
import { readDiagram, type Case, type Suite } from '../suites';
import { explain, verdictOf } from '../verdict';
import { writeText } from '../work-folder';
import type { Refused } from './judge';

/** A case that compiled. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly of: Case;
  /** Module of its workflow functions: absolute path, no extension. */
  readonly module: string;
  readonly processes: readonly PreparedProcess[];
  /** Key of its messages and signals. */
  readonly deployment: string;
  /** Whether a script of it says when the instance has started; otherwise a start that is accepted is one. */
  readonly tellsStart: boolean;
}

interface PreparedProcess {
  readonly id: string;
  /** Name of its function. */
  readonly workflowType: string;
}

/**
 * Compiles a case's diagram into a folder of its own. The suites use the names of processes, messages and signals again
 * and again, and all cases are in one bundle, so each has a deployment key of its own.
 */
export async function prepare(
  suite: Suite,
  of: Case,
  number: number,
  folder: string,
): Promise<Prepared | Refused> {
  const deployment = `case${number}`;
  const { file, xml } = readDiagram(suite, of.diagram);
  const { files, processes, diagnostics } = await compile(
    { file: basename(file), xml },
    { modules: { activities: './activities' }, deployment },
  );
  const workflow = files.find(({ file }) => file.endsWith('.workflow.ts'));
  if (!workflow) {
    return { kind: 'refused', invalid: verdictOf(diagnostics) === 'invalid', why: explain(diagnostics) };
  }
  const unknown = [of.process, of.startFirst].find(
    (process) => process !== undefined && !processes.some(({ id }) => id === process),
  );
  if (unknown !== undefined) {
    return { kind: 'refused', invalid: false, why: `there is no executable process ${unknown}` };
  }
  const own = join(folder, deployment);
  for (const { file, content } of files) writeText(join(own, file), content);
  return {
    kind: 'prepared',
    of,
    deployment,
    tellsStart: xml.includes('CREATE_LOG_FILE'),
    module: join(own, workflow.file.replace(/\.ts$/, '')),
    processes: processes.map(({ id, functionName }) => ({ id, workflowType: functionName })),
  };
}

/** What is to be bundled for it. */
export function codeOf({ module, processes }: Prepared): Code {
  return { module, names: processes.map(({ workflowType }) => workflowType) };
}
