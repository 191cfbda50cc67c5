import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, WorkflowService } from '@temporalio/client';
import { decodeFromPayloadsAtIndex } from '@temporalio/common/lib/internal-non-workflow';
import type { ProcessSpec } from '../shared/process-contract';
import type { ClientContext } from './context';
import { explain } from './explain';
import { StepReader, type DecodePayload, type HistoryEvent, type Step } from './steps';

export interface FollowOptions {
  /** Ends the iteration; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

interface FollowedRun {
  readonly workflowId: string;
  readonly runId: string | undefined;
  /** Has the names of its human tasks. */
  readonly contract: ProcessSpec | undefined;
}

/** The steps of a run and of those that continue it. */
export async function* followRun(
  context: ClientContext,
  run: FollowedRun,
  options: FollowOptions = {},
): AsyncGenerator<Step, void, undefined> {
  const reader = new StepReader(decoder(context), run.contract);
  for await (const event of followEvents(context, run, options)) yield* await reader.read(event);
}

/** Milliseconds between two looks at a history, on the one server that cannot wait for the next event. */
const LOOK_AGAIN_MS = 100;

/** The events of a history as they are written, in all runs of the chain. */
async function* followEvents(
  context: ClientContext,
  { workflowId, runId }: FollowedRun,
  { signal }: FollowOptions,
): AsyncGenerator<HistoryEvent, void, undefined> {
  const waits = !isTestServer(context);
  let current = runId;
  let token: Uint8Array | undefined;
  let seen = 0;
  for (;;) {
    const request = {
      namespace: context.server.namespace,
      execution: { workflowId, ...(current !== undefined && { runId: current }) },
      waitNewEvent: waits,
      ...(token && { nextPageToken: token }),
    };
    const { history, nextPageToken } = await historyPage(context, request, signal);
    const events = (history?.events ?? []).filter(({ eventId }) => Number(eventId) > seen);
    yield* events;
    const last = events.at(-1);
    seen = Number(last?.eventId ?? seen);
    token = nextPageToken.length > 0 ? nextPageToken : undefined;
    if (token) continue;

    const end = last && endOf(last);
    if (end?.nextRun !== undefined) {
      current = end.nextRun;
      seen = 0;
    } else if (end) return;
    else await sleep(LOOK_AGAIN_MS, undefined, signal && { signal });
  }
}

type HistoryRequest = Parameters<WorkflowService['getWorkflowExecutionHistory']>[0];

async function historyPage(
  { client: { connection }, server }: ClientContext,
  request: HistoryRequest,
  signal: AbortSignal | undefined,
) {
  signal?.throwIfAborted();
  const ask = () => connection.workflowService.getWorkflowExecutionHistory(request);
  try {
    // Temporal leaves a listener at the signal with each call: one of its own goes with it.
    return await (signal ? connection.withAbortSignal(AbortSignal.any([signal]), ask) : ask());
  } catch (error) {
    signal?.throwIfAborted();
    throw explain(error, { server, workflowId: request.execution?.workflowId ?? '' });
  }
}

/** Temporal's time-skipping server waits for the end of a run rather than for its next event. */
function isTestServer({ client }: ClientContext): boolean {
  return (client.connection as Partial<Pick<Connection, 'testService'>>).testService !== undefined;
}

/** Set for the last event of a run: with the run that continues it, if one does. */
function endOf(event: HistoryEvent): { readonly nextRun: string | undefined } | undefined {
  const end =
    event.workflowExecutionContinuedAsNewEventAttributes ??
    event.workflowExecutionCompletedEventAttributes ??
    event.workflowExecutionFailedEventAttributes ??
    event.workflowExecutionTimedOutEventAttributes ??
    event.workflowExecutionCanceledEventAttributes ??
    event.workflowExecutionTerminatedEventAttributes;
  if (!end) return undefined;
  return { nextRun: ('newExecutionRunId' in end && end.newExecutionRunId) || undefined };
}

function decoder({ client }: ClientContext): DecodePayload {
  const { loadedDataConverter } = client.options;
  return async (payload) => {
    if (!payload) return undefined;
    try {
      return await decodeFromPayloadsAtIndex(loadedDataConverter, 0, [payload]);
    } catch {
      // Encrypted for others, or by a converter that this client does not have: then it has no name to show.
      return undefined;
    }
  };
}
