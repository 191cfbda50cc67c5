import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  startedRunId,
  type Broadcast,
  type RunAddress,
  type SignalAddress,
} from '../../shared/delivery';
import { deliveryActivities, spreadingActivities } from './activities';
import { findStarts } from './starts';

/** Which part of the registry this is. The first one starts the processes that the signal starts. */
export interface SignalRegistryAddress extends SignalAddress {
  readonly shard: number;
}

/** Runs that one activity tells of a broadcast: their addresses fit into one payload. */
const SLICE = 500;

/**
 * A part of the registry of one signal in one deployment: the runs that wait for it. A broadcast goes to all of them,
 * and to nobody who comes later. It is there only while someone waits or is being told.
 */
export async function batonSignals(
  address: SignalRegistryAddress,
  before: readonly RunAddress[] = [],
): Promise<void> {
  const listeners = new Map(before.map((run) => [keyOf(run), run]));
  const isMeant = (run: RunAddress, { from }: Broadcast) => run.workflowId !== from;
  setHandler(defineSignal<[RunAddress]>(DELIVERY_SIGNALS.subscribe), (run) => {
    listeners.set(keyOf(run), run);
  });
  setHandler(defineSignal<[RunAddress]>(DELIVERY_SIGNALS.unsubscribe), (run) => {
    listeners.delete(keyOf(run));
  });
  let telling = 0;
  setHandler(defineSignal<[Broadcast]>(DELIVERY_SIGNALS.broadcast), async (broadcast) => {
    telling += 1;
    const runs = [...listeners.values()].filter((run) => isMeant(run, broadcast));
    const starts = address.shard === 0 ? [startAll(address, broadcast)] : [];
    const closed = await Promise.all([...slices(runs).map((slice) => tell(broadcast, slice)), ...starts]);
    for (const key of closed.flat()) listeners.delete(key);
    telling -= 1;
  });
  for (;;) {
    await condition(() => telling === 0 && (listeners.size === 0 || workflowInfo().continueAsNewSuggested));
    if (!allHandlersFinished()) continue;
    if (listeners.size === 0) return;
    await continueAsNew<typeof batonSignals>(address, [...listeners.values()]);
  }
}

async function tell(broadcast: Broadcast, runs: readonly RunAddress[]): Promise<readonly string[]> {
  const closed = await spreadingActivities()[DELIVERY_ACTIVITIES.spread](broadcast, runs);
  return runs.filter(({ workflowId }) => closed.includes(workflowId)).map(keyOf);
}

async function startAll(
  { deployment, name }: SignalAddress,
  broadcast: Broadcast,
): Promise<readonly string[]> {
  for (const started of await findStarts('signals', name, deployment)) {
    const id = startedRunId(started.type, broadcast.id);
    await deliveryActivities()[DELIVERY_ACTIVITIES.start](started, id, broadcast.payload);
  }
  return [];
}

function slices(runs: readonly RunAddress[]): (readonly RunAddress[])[] {
  const count = Math.ceil(runs.length / SLICE);
  return Array.from({ length: count }, (_, i) => runs.slice(i * SLICE, (i + 1) * SLICE));
}

function keyOf({ workflowId, firstRunId }: RunAddress): string {
  return `${workflowId}\n${firstRunId}`;
}
