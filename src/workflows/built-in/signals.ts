import { condition, continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  startedRunId,
  type Broadcast,
  type RunAddress,
  type SignalAddress,
} from '../../shared/delivery';
import { oversize, sizeOf } from '../../shared/payload-size';
import { deliveryActivities, spreadingActivities } from './activities';
import { comesTrueIn } from './alarm';
import { findStarts } from './starts';

/** Which part of the registry this is. The first one starts the processes that the signal starts. */
export interface SignalRegistryAddress extends SignalAddress {
  readonly shard: number;
}

/** Runs that one activity tells of a broadcast, and bytes of their addresses: they fit beside the broadcast's payload. */
const SLICE = { runs: 500, bytes: 250_000 };

/** Bytes that activities are given at a time: what one workflow task asks for is one message of at most 4 MB. */
const MAX_UNDER_WAY = 2_000_000;

/** What a part of a registry keeps when it continues as new. */
export interface SignalRegistryState {
  /** Runs, each with its turn: they hear what has a later one. */
  readonly listeners: readonly Turn<RunAddress>[];
  /** Broadcasts that have come while it was about to continue. */
  readonly broadcasts: readonly Turn<Broadcast>[];
  readonly turns: number;
}

type Turn<T> = readonly [turn: number, what: T];

/** How long it waits for what is being told when it is to continue as new, before it tells the next one after all. */
const PATIENCE = 60_000;

/**
 * A part of the registry of one signal in one deployment: the runs that wait for it. A broadcast goes to all of them,
 * and to nobody who comes later. It is there only while someone waits or is being told, and continues as new before its
 * history gets long, when nobody is being told.
 */
export async function batonSignals(
  address: SignalRegistryAddress,
  before: SignalRegistryState = { listeners: [], broadcasts: [], turns: 0 },
): Promise<void> {
  const listeners = new Map(before.listeners.map((one) => [keyOf(one[1]), one]));
  const broadcasts = [...before.broadcasts];
  let { turns } = before;
  let telling = 0;
  let underWay = 0;
  const state = (): SignalRegistryState => ({ listeners: [...listeners.values()], broadcasts, turns });
  const isToContinue = () => workflowInfo().continueAsNewSuggested && oversize(state()) === undefined;
  setHandler(defineSignal<[RunAddress]>(DELIVERY_SIGNALS.subscribe), (run) => {
    if (!listeners.has(keyOf(run))) listeners.set(keyOf(run), [++turns, run]);
  });
  setHandler(defineSignal<[RunAddress]>(DELIVERY_SIGNALS.unsubscribe), (run) => {
    listeners.delete(keyOf(run));
  });
  setHandler(defineSignal<[Broadcast]>(DELIVERY_SIGNALS.broadcast), (broadcast) => {
    broadcasts.push([++turns, broadcast]);
  });
  const tell = async (broadcast: Broadcast, runs: readonly RunAddress[]) => {
    const size = sizeOf([broadcast, runs]);
    const isFree = () => underWay === 0 || underWay + size <= MAX_UNDER_WAY;
    while (!isFree()) await condition(isFree); // several are woken, and the first of them takes the place
    underWay += size;
    const closed = await spreadingActivities()[DELIVERY_ACTIVITIES.spread](broadcast, runs);
    underWay -= size;
    return runs.filter(({ workflowId }) => closed.includes(workflowId)).map(keyOf);
  };
  const pass = async ([turn, broadcast]: Turn<Broadcast>) => {
    telling += 1;
    const isMeant = ([since, run]: Turn<RunAddress>) => since < turn && run.workflowId !== broadcast.from;
    const runs = [...listeners.values()].filter(isMeant).map(([, run]) => run);
    const starting = address.shard === 0 ? startAll(address, broadcast) : undefined;
    // One slice after another: a server that is flooded with signals hands out no workflow tasks.
    for (const slice of slices(runs)) for (const key of await tell(broadcast, slice)) listeners.delete(key);
    await starting;
    telling -= 1;
  };
  while (listeners.size + broadcasts.length + telling > 0) {
    // Broadcasts that have come meanwhile go on to the next run, unless they are too large for that.
    if (isToContinue() && (await comesTrueIn(PATIENCE, () => telling === 0)) && isToContinue())
      await continueAsNew<typeof batonSignals>(address, state());
    for (const next of broadcasts.splice(0)) void pass(next);
    await condition(
      () => broadcasts.length > 0 || (telling === 0 && (listeners.size === 0 || isToContinue())),
    );
  }
}

async function startAll({ deployment, name }: SignalAddress, broadcast: Broadcast): Promise<void> {
  for (const started of await findStarts('signals', name, deployment)) {
    const id = startedRunId(started.type, broadcast.id);
    await deliveryActivities()[DELIVERY_ACTIVITIES.start](started, id, broadcast.payload);
  }
}

function slices(runs: readonly RunAddress[]): (readonly RunAddress[])[] {
  const all: RunAddress[][] = [];
  let bytes = 0;
  for (const run of runs) {
    const last = all.at(-1);
    const size = sizeOf(run);
    const isFull = !last || last.length >= SLICE.runs || bytes + size > SLICE.bytes;
    if (isFull) all.push([run]);
    else last.push(run);
    bytes = isFull ? size : bytes + size;
  }
  return all;
}

function keyOf({ workflowId, firstRunId }: RunAddress): string {
  return `${workflowId}\n${firstRunId}`;
}
