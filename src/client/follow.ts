import { decodeFromPayloadsAtIndex } from '@temporalio/common/lib/internal-non-workflow';
import type { ClientContext } from './context';
import { explain } from './explain';
import { StepReader, type DecodePayload, type HistoryEvent, type Step } from './steps';

export interface FollowOptions {
  /** Ends the iteration; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The steps of a run and of those that continue it. */
export async function* followRun(
  context: ClientContext,
  run: { readonly workflowId: string; readonly runId: string | undefined },
  options: FollowOptions = {},
): AsyncGenerator<Step, void, undefined> {
  const reader = new StepReader(decoder(context));
  for await (const event of followEvents(context, run, options)) yield* await reader.read(event);
}

/** The events of a history as they are written, in all runs of the chain. */
async function* followEvents(
  context: ClientContext,
  { workflowId, runId }: { readonly workflowId: string; readonly runId: string | undefined },
  { signal }: FollowOptions,
): AsyncGenerator<HistoryEvent, void, undefined> {
  const { client, server } = context;
  const { connection } = client;
  let current = runId;
  let nextPageToken: Uint8Array | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const request = {
      namespace: server.namespace,
      execution: { workflowId, ...(current !== undefined && { runId: current }) },
      waitNewEvent: true,
      ...(nextPageToken && { nextPageToken }),
    };
    const ask = () => connection.workflowService.getWorkflowExecutionHistory(request);
    let response: Awaited<ReturnType<typeof ask>>;
    try {
      response = await (signal ? connection.withAbortSignal(signal, ask) : ask());
    } catch (error) {
      signal?.throwIfAborted();
      throw explain(error, { server, workflowId });
    }
    let next: string | undefined;
    for (const event of response.history?.events ?? []) {
      yield event;
      next = nextRunOf(event) ?? next;
    }
    nextPageToken = response.nextPageToken;
    if (nextPageToken.length > 0) continue;
    if (next === undefined) return;
    current = next;
    nextPageToken = undefined;
  }
}

function nextRunOf(event: HistoryEvent): string | undefined {
  const end =
    event.workflowExecutionContinuedAsNewEventAttributes ??
    event.workflowExecutionCompletedEventAttributes ??
    event.workflowExecutionFailedEventAttributes ??
    event.workflowExecutionTimedOutEventAttributes;
  return end?.newExecutionRunId || undefined;
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
