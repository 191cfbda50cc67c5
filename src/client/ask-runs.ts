import type { ClientContext } from './context';
import { ClientError, isClientError } from './errors';
import { explained } from './explain';
import { listRuns, quote } from './list';
import type { ProcessRef } from './process-types';

/** A run, as far as it takes to ask it. */
export interface RunAddress {
  readonly workflowId: string;
  readonly runId: string;
  /** Workflow type. */
  readonly type: string;
}

/** Which runs to ask. */
export interface RunSources {
  readonly process?: unknown;
  /** One run: needs no search attributes, and is not delayed. */
  readonly workflowId?: string;
  /** This run, and the runs that it has called, at any depth. These are found by the index, about a second late. */
  readonly within?: string;
  /** Told of runs whose worker does not answer; the others' answers are there. Without it such a run fails the list. */
  readonly onUnanswered?: (workflowId: string, error: Error) => void;
}

const LISTED_ANYWAY = 'With `onUnanswered` the list has what the other runs answer.';

/** Queries under way at once: enough to hide latency, few enough for one worker. */
const CONCURRENCY = 10;

/**
 * What the open runs that a list filter finds (or one run) answer, all together.
 *
 * @param filter - asked for only if there is a list to make
 */
export async function askRuns<T>(
  context: ClientContext,
  sources: RunSources,
  filter: () => Promise<string>,
  ask: (run: RunAddress) => Promise<readonly T[]>,
): Promise<T[]> {
  const answers: T[] = [];
  const runs = runsOf(context, sources, filter)[Symbol.asyncIterator]();
  const work = async (): Promise<void> => {
    for (let run = await runs.next(); !run.done; run = await runs.next()) {
      answers.push(...(await answerOf(run.value, sources, ask)));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return answers;
}

/** The latest run with this workflow id. */
export async function describeRun(context: ClientContext, workflowId: string): Promise<RunAddress> {
  const { server, client } = context;
  const { type, runId } = await explained({ server, workflowId }, () =>
    client.workflow.getHandle(workflowId).describe(),
  );
  return { workflowId, runId, type };
}

async function* runsOf(
  context: ClientContext,
  { workflowId, within, process }: RunSources,
  filter: () => Promise<string>,
): AsyncIterable<RunAddress> {
  const one = workflowId ?? within;
  if (one !== undefined) yield await describeRun(context, one);
  if (workflowId !== undefined) return;
  const ref = process as ProcessRef | undefined;
  const query = [await filter(), ...(within === undefined ? [] : [calledBy(within)])].join(' AND ');
  const found = listRuns(context, { ...(ref !== undefined && { process: ref }), status: 'RUNNING', query });
  for await (const { id, runId, type } of found) yield { workflowId: id, runId, type };
}

/** What a run that was called itself has called is found one level deep. */
function calledBy(workflowId: string): string {
  const id = quote(workflowId);
  return `(RootWorkflowId = ${id} OR ParentWorkflowId = ${id}) AND WorkflowId != ${id}`;
}

async function answerOf<T>(
  run: RunAddress,
  { workflowId, onUnanswered }: RunSources,
  ask: (run: RunAddress) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  try {
    return await ask(run);
  } catch (error) {
    // Found by an index that lags: the run may have ended since.
    if (isClientError(error, 'not-found')) return [];
    if (!isClientError(error)) throw error;
    if (onUnanswered !== undefined) {
      onUnanswered(run.workflowId, error);
      return [];
    }
    if (workflowId !== undefined || error.code !== 'no-answer') throw error;
    throw new ClientError(`${error.message} ${LISTED_ANYWAY}`, { code: error.code, cause: error });
  }
}
