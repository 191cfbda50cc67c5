import type {
  WorkflowExecutionDescription,
  WorkflowExecutionInfo,
  WorkflowExecutionStatusName,
} from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { SEARCH_ATTRIBUTES } from '../shared/names';
import { businessKeyOf } from '../shared/run-identity';
import type { ClientContext } from './context';
import { ClientError } from './errors';
import { explain } from './explain';
import { typeOf, type ProcessRef } from './process-types';
import { uiUrlOf } from './ui';

/** What is known of a run without asking its worker. */
export interface RunInfo {
  /** Workflow id. */
  readonly id: string;
  readonly runId: string;
  /** Workflow type. */
  readonly type: string;
  readonly status: WorkflowExecutionStatusName;
  readonly businessKey: string | undefined;
  readonly taskQueue: string;
  readonly startedAt: Date;
  readonly closedAt: Date | undefined;
  /** Elements of the open human tasks; `*` when there are too many to say. */
  readonly openTasks: readonly string[];
  /** Elements that have stopped with an incident. */
  readonly incidents: readonly string[];
  readonly uiUrl: string | undefined;
  /** Temporal's own view. */
  readonly execution: WorkflowExecutionInfo;
}

/** A run as `describe` shows it. */
export interface RunDescription extends Omit<RunInfo, 'execution'> {
  /** Name and business key, as in the UI. */
  readonly summary: string | undefined;
  /** Markdown. */
  readonly details: string | undefined;
  readonly historyLength: number;
  readonly execution: WorkflowExecutionDescription;
}

export interface ListOptions {
  readonly process?: ProcessRef;
  readonly businessKey?: string;
  readonly status?: WorkflowExecutionStatusName;
  /** More of Temporal's list filter, joined by `AND`: `StartTime > '2026-01-01T00:00:00Z'`. */
  readonly query?: string;
  readonly pageSize?: number;
}

/**
 * Runs, the latest first as far as the server sorts them. Eventually consistent: a run shows up about a second after it
 * has started. Temporal calls: `ListWorkflowExecutions`.
 */
export async function* listRuns(context: ClientContext, options: ListOptions = {}): AsyncIterable<RunInfo> {
  const { client, server } = context;
  if (options.businessKey !== undefined) await requireAttributes(context, 'Lists by business key');
  const query = listFilter(options);
  try {
    for await (const execution of client.workflow.list({
      query,
      ...(options.pageSize !== undefined && { pageSize: options.pageSize }),
    })) {
      yield infoOf(context, execution);
    }
  } catch (error) {
    throw explain(error, { server, call: 'listing runs' });
  }
}

/** Temporal's list filter for the options; text is quoted. */
export function listFilter({ process, businessKey, status, query }: ListOptions): string {
  return [
    ...(process === undefined ? [] : [`WorkflowType = ${quote(typeOf(process))}`]),
    ...(businessKey === undefined ? [] : [`${SEARCH_ATTRIBUTES.businessKey} = ${quote(businessKey)}`]),
    ...(status === undefined ? [] : [`ExecutionStatus = ${quote(statusNames[status] ?? status)}`]),
    ...(query === undefined ? [] : [`(${query})`]),
  ].join(' AND ');
}

/** The filter knows other names than the API. */
const statusNames: Readonly<Partial<Record<WorkflowExecutionStatusName, string>>> = {
  RUNNING: 'Running',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Canceled',
  TERMINATED: 'Terminated',
  CONTINUED_AS_NEW: 'ContinuedAsNew',
  TIMED_OUT: 'TimedOut',
};

/** The server finds nothing for values with these characters, however they are escaped. */
const UNQUOTABLE = /[\\"]/;

export function quote(text: string): string {
  if (UNQUOTABLE.test(text)) {
    throw new ClientError(
      `Temporal's list filter cannot name a value with a backslash or double quote: ${text}. List without it, and ` +
        'compare what comes.',
      { code: 'unsupported' },
    );
  }
  return `'${text.replaceAll("'", String.raw`\'`)}'`;
}

/**
 * @throws ClientError `unsupported`, with the commands that register the attributes
 */
export async function requireAttributes(context: ClientContext, what: string): Promise<void> {
  const { registered, commands } = await context.searchAttributes();
  if (registered) return;
  throw new ClientError(
    `${what} need Baton's search attributes, which the server at ${context.server.address} does not have. Start a ` +
      `worker (it registers them), or have somebody with the right to do so run:\n${commands.join('\n')}`,
    { code: 'unsupported' },
  );
}

export async function describeExecution(
  context: ClientContext,
  execution: WorkflowExecutionDescription,
): Promise<RunDescription> {
  return {
    ...infoOf(context, execution),
    execution,
    summary: await execution.staticSummary(),
    details: await execution.staticDetails(),
    historyLength: execution.historyLength,
  };
}

const openTasks = defineSearchAttributeKey(SEARCH_ATTRIBUTES.openTasks, SearchAttributeType.KEYWORD_LIST);
const incident = defineSearchAttributeKey(SEARCH_ATTRIBUTES.incident, SearchAttributeType.KEYWORD_LIST);

type Execution = WorkflowExecutionInfo | WorkflowExecutionDescription;

function infoOf<E extends Execution>(
  context: ClientContext,
  execution: E,
): Omit<RunInfo, 'execution'> & { execution: E } {
  const { workflowId: id, runId, type, status, taskQueue, startTime, closeTime } = execution;
  const attributes = execution.typedSearchAttributes;
  return {
    id,
    runId,
    type,
    status: status.name,
    businessKey: businessKeyOf(execution),
    taskQueue,
    startedAt: startTime,
    closedAt: closeTime,
    openTasks: attributes.get(openTasks) ?? [],
    incidents: attributes.get(incident) ?? [],
    uiUrl: uiUrlOf(context, id, runId),
    execution,
  };
}
