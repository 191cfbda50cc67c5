import { DefaultLogger } from '@temporalio/worker';
import { replayRuns, type ReplayedRun } from '../../testing';
import { quote } from '../../client/list';
import { installRuntime } from '../../workers/runtime';
import { connectTo } from '../connect';
import { CommandError } from '../errors';
import { workflowsOf, type Project } from '../project';
import { temporalSettings } from '../temporal-settings';
import { replayLine, replaySummary } from './print-replayed';

export interface ReplayCommandOptions {
  readonly process?: string;
  /** Also runs that have ended. */
  readonly closed?: boolean;
  /** Of each process. */
  readonly limit: number;
  readonly json?: boolean;
}

/**
 * Replays the runs on the project's task queue, with the project's workflow code, and prints what
 * came of each.
 *
 * @throws CommandError when the code could not go on with some of them
 */
export async function replay(
  project: Project,
  { process, closed = false, limit, json = false }: ReplayCommandOptions,
): Promise<void> {
  // That a run does not replay is what is asked for: the worker need not tell it as well.
  installRuntime({ logger: new DefaultLogger('ERROR', () => undefined) });
  const workflowsPath = workflowsOf(project);
  await using client = await connectTo(project);
  const runs: ReplayedRun[] = [];
  for await (const run of replayRuns(client, {
    workflowsPath,
    ...(await temporalSettings(project)),
    runs: {
      query: `TaskQueue = ${quote(project.taskQueue)}`,
      ...(process !== undefined && { process }),
      ...(!closed && { status: 'RUNNING' }),
    },
    limit,
  })) {
    runs.push(run);
    if (!json) console.log(replayLine(run));
  }
  if (json) console.log(JSON.stringify(runs.map(asJson), null, 2));
  else console.log(replaySummary(runs));
  const failed = runs.filter(({ error }) => error).length;
  if (failed === 0) return;
  throw new CommandError(`This code could not go on with ${failed} of ${runs.length} runs.`, {
    hint: ADVICE,
  });
}

const ADVICE = 'docs/production.md, "Changing a process that has open runs", says what can be done.';

function asJson({ workflowId, type, error }: ReplayedRun) {
  return { workflowId, type, ...(error && { error: error.message }) };
}
