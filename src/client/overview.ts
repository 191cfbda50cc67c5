import type { WorkflowExecutionInfo, WorkflowExecutionStatusName } from '@temporalio/client';
import { isPart } from '../shared/continuation';
import { BUILT_IN_WORKFLOWS } from '../shared/delivery';
import { TASK_WORKFLOW } from '../shared/inbox';
import { STARTED_AT_MEMO } from '../shared/names';
import type { ClientContext } from './context';
import { figuresOf, type CountedRun, type ProcessFigures, type RunEnd } from './figures';
import { listRuns, quote, type RunInfo } from './list';
import { typeOf, type ProcessRef } from './process-types';
import { workerFigures, type TaskQueueFigures } from './worker-figures';

/** All processes at a glance. */
export interface Overview {
  /** What has ended between these counts. */
  readonly since: Date;
  readonly until: Date;
  /** By name. */
  readonly processes: readonly ProcessFigures[];
  /** By name. */
  readonly taskQueues: readonly TaskQueueFigures[];
  /** False where there are more runs than `limit`: then the figures are those of the runs that were looked at. */
  readonly isComplete: boolean;
}

export interface OverviewOptions {
  /** Contracts, workflow functions or workflow types. Default: all that have runs. */
  readonly processes?: readonly ProcessRef[];
  /** More of Temporal's list filter, joined by `AND`: `BatonBusinessKey = '17'`. */
  readonly query?: string;
  /** Default: a week before `until`. */
  readonly since?: Date;
  /** Default: now. What is open is so now in any case. */
  readonly until?: Date;
  /** The most runs to look at, of those that are open and of those that have ended; default 10,000. */
  readonly limit?: number;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const PAGE = 1000;

/** Runs that belong to processes without being any. */
const HELPERS = [...Object.values(BUILT_IN_WORKFLOWS), TASK_WORKFLOW];

const ENDS: Readonly<Partial<Record<WorkflowExecutionStatusName, RunEnd>>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
};

export async function overviewOf(
  context: ClientContext,
  { processes = [], query, until = new Date(), since, limit = 10_000 }: OverviewOptions = {},
): Promise<Overview> {
  const begin = since ?? new Date(until.getTime() - WEEK_MS);
  const types = processes.map(typeOf);
  const which = HELPERS.map((type) => `WorkflowType != ${quote(type)}`);
  if (types.length > 0) which.push(`(${types.map((type) => `WorkflowType = ${quote(type)}`).join(' OR ')})`);
  if (query !== undefined) which.push(`(${query})`);
  const during = `CloseTime BETWEEN ${timeOf(begin)} AND ${timeOf(until)}`;
  const [open, ended] = await Promise.all([
    someRuns(context, [...which, `ExecutionStatus = 'Running'`], limit),
    someRuns(context, [...which, `ExecutionStatus != 'ContinuedAsNew'`, during], limit),
  ]);
  const runs = [...open.runs, ...ended.runs];
  const taskQueues = new Set(runs.map(({ taskQueue }) => taskQueue));
  return {
    since: begin,
    until,
    processes: figuresOf(runs.map(counted), types),
    taskQueues: await workerFigures(context, taskQueues.add(context.taskQueue)),
    isComplete: open.isComplete && ended.isComplete,
  };
}

async function someRuns(
  context: ClientContext,
  filters: readonly string[],
  limit: number,
): Promise<{ runs: readonly RunInfo[]; isComplete: boolean }> {
  const runs: RunInfo[] = [];
  for await (const run of listRuns(context, { query: filters.join(' AND '), pageSize: PAGE })) {
    if (isPartOfOne(run.execution)) continue;
    if (runs.length === limit) return { runs, isComplete: false };
    runs.push(run);
  }
  return { runs, isComplete: true };
}

/** Whether it only does a part of its parent's work. */
function isPartOfOne({ workflowId, parentExecution }: WorkflowExecutionInfo): boolean {
  return parentExecution !== undefined && isPart(workflowId);
}

function counted({
  type,
  status,
  startedAt,
  closedAt,
  openTasks,
  incidents,
  execution,
}: RunInfo): CountedRun {
  const begun = execution.memo?.[STARTED_AT_MEMO];
  const start = typeof begun === 'string' ? Date.parse(begun) : startedAt.getTime();
  return {
    process: type,
    end: ENDS[status],
    duration: (closedAt?.getTime() ?? start) - start,
    isAtTask: openTasks.length > 0,
    isAtIncident: incidents.length > 0,
  };
}

function timeOf(date: Date): string {
  return quote(date.toISOString());
}
