import type { BatonClient } from 'batonflow/client';

export type HistoryEvent = NonNullable<Awaited<ReturnType<BatonClient['history']>>['events']>[number];

/** Of the latest run with this id, or of a certain one, and of those that it follows. */
export async function eventsOf(client: BatonClient, id: string, runId?: string): Promise<HistoryEvent[]> {
  const events = (await client.history(id, runId)).events ?? [];
  const before = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  return [...(before ? await eventsOf(client, id, before) : []), ...events];
}
