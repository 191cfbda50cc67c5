import { defaultFailureConverter, defaultPayloadConverter } from '@temporalio/common';
import type { ProcessRun } from '../../../client';
import { isClientError } from '../../../client/errors';
import { asBpmnError } from '../../../shared/bpmn-error';
import { BUILT_IN_WORKFLOWS } from '../../../shared/delivery';
import { VARIABLES_QUERY } from '../../../shared/names';
import type { Progress } from '../../../shared/wire';
import { STUBBED_PROCESS } from '../sandbox/names';
import { isEnd, workUnderWay, type HistoryEvent } from '../server/history';
import type { BegunRun, ScenarioRecord } from './record';

export interface RunFailure {
  /** Code of the BPMN error, if it is one. */
  readonly code: string | undefined;
  /** Type of the failure at the root. */
  readonly type: string | undefined;
  readonly message: string;
}

/** What became of one run. */
export interface ObservedRun extends BegunRun {
  readonly status: 'completed' | 'failed' | 'waiting' | 'cancelled';
  readonly failure?: RunFailure;
  /** Undefined for workflows that do not record their steps (`enter`). */
  readonly progress: Progress | undefined;
  /** The result over the variables, as far as they are known. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const BUILT_IN: ReadonlySet<string> = new Set([...Object.values(BUILT_IN_WORKFLOWS), STUBBED_PROCESS]);

/** Whether a run is one of a process under test, not one of Baton's own. */
export function isOfProcess({ type }: { readonly type: string }): boolean {
  return !BUILT_IN.has(type);
}

/** Runs of the processes under test, in the order in which they began. */
export function processRuns({ begun }: ScenarioRecord): readonly BegunRun[] {
  return [...begun.values()].filter(isOfProcess);
}

/**
 * Reads what a run is and was. The result comes from the history: awaiting it would let time pass for other runs.
 * Temporal calls: `GetWorkflowExecutionHistory`, `QueryWorkflow`.
 */
export async function observe(run: ProcessRun, type: string): Promise<ObservedRun> {
  const { events } = await run.history();
  const base = { workflowId: run.id, type, ...(await answersOf(run, events ?? [])) };
  return { ...base, ...endOf(events?.at(-1), base.variables) };
}

/** What a run says of itself; one whose code fails in the workflow says nothing, and would let others wait for it. */
async function answersOf(
  run: ProcessRun,
  events: readonly HistoryEvent[],
): Promise<Pick<ObservedRun, 'progress' | 'variables'>> {
  if (workUnderWay(events).stuck !== undefined) return { progress: undefined, variables: {} };
  const progress = await quietly(() => run.progress());
  const known = await quietly(() => run.query(VARIABLES_QUERY));
  return { progress, variables: (known ?? {}) as Readonly<Record<string, unknown>> };
}

/** How a run ended, if it has, by the last event of its history. */
export function endOf(
  last: HistoryEvent | undefined,
  known: Readonly<Record<string, unknown>>,
): Pick<ObservedRun, 'status' | 'failure' | 'variables'> {
  const completed = last?.workflowExecutionCompletedEventAttributes;
  if (completed) {
    const [payload] = completed.result?.payloads ?? [];
    const result: unknown = payload ? defaultPayloadConverter.fromPayload(payload) : undefined;
    const own = typeof result === 'object' && result !== null && !Array.isArray(result) ? result : {};
    return { status: 'completed', variables: { ...known, ...own } };
  }
  if (last?.workflowExecutionCanceledEventAttributes) return { status: 'cancelled', variables: known };
  const failure = last?.workflowExecutionFailedEventAttributes?.failure;
  if (failure) {
    const error = defaultFailureConverter.failureToError(failure, defaultPayloadConverter);
    return { status: 'failed', failure: failureOf(error), variables: known };
  }
  if (!isEnd(last)) return { status: 'waiting', variables: known };
  const how = last?.workflowExecutionTimedOutEventAttributes ? 'it timed out' : 'it was terminated';
  return { status: 'failed', failure: { code: undefined, type: undefined, message: how }, variables: known };
}

function failureOf(error: unknown): RunFailure {
  let root = error as Error & { readonly type?: string };
  while (root.cause instanceof Error) root = root.cause;
  const thrown = asBpmnError(error);
  return { code: thrown?.code, type: root.type, message: thrown?.message ?? root.message };
}

/** Workflows written without `enter` answer no queries of Baton. */
async function quietly<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isClientError(error) || (error instanceof Error && /Query/.test(error.name))) return undefined;
    throw error;
  }
}
