import { condition, continueAsNew, defineSignal, setHandler } from '@temporalio/workflow';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  STARTING_SHARD,
  startedRunId,
  type Broadcast,
  type RunAddress,
  type SignalAddress,
  type SignalListener,
} from '../../shared/delivery';
import { oversize, sizeOf } from '../../shared/payload-size';
import { deliveryActivities, spreadingActivities } from './activities';
import { isLong } from './length';
import { findStarts } from './starts';

/** Which part of the registry this is. One of them starts the processes that the signal starts. */
export interface SignalRegistryAddress extends SignalAddress {
  readonly shard: number;
}

/** Runs that one activity tells of a broadcast, and bytes of their addresses: they fit beside its payload, also twice. */
const SLICE = { runs: 500, bytes: 250_000 };

/** With more events it continues as new before a broadcast goes out: the runs that it wakes will keep the worker busy. */
const LONG_FOR_A_BROADCAST = 50;

/** What a part of a registry keeps when it continues as new. */
export interface SignalRegistryState {
  /** Runs, each with its turn: they hear what has a later one. */
  readonly listeners: readonly Turn<SignalListener>[];
  /** Broadcasts that have come while it was about to continue. */
  readonly broadcasts: readonly Turn<Broadcast>[];
  readonly turns: number;
}

type Turn<T> = readonly [turn: number, what: T];

/**
 * A part of the registry of one signal in one deployment: the runs that wait for it. A broadcast goes to all of them,
 * and to nobody who comes later; the next one goes out when this one has reached everybody, so that runs hear them in
 * their order. It is there only while someone waits or is being told, and continues as new before its history gets
 * long, and before a broadcast.
 */
export async function batonSignals(
  address: SignalRegistryAddress,
  before: SignalRegistryState = { listeners: [], broadcasts: [], turns: 0 },
): Promise<void> {
  const listeners = new Map(before.listeners.map((one) => [keyOf(one[1]), one]));
  const broadcasts = [...before.broadcasts];
  let { turns } = before;
  const state = (): SignalRegistryState => ({ listeners: [...listeners.values()], broadcasts, turns });
  // Broadcasts that have come meanwhile go on to the next run, unless they are too large for that.
  const isToContinue = () =>
    isLong(broadcasts.length > 0 ? LONG_FOR_A_BROADCAST : undefined) && oversize(state()) === undefined;
  setHandler(defineSignal<[SignalListener]>(DELIVERY_SIGNALS.subscribe), (run) => {
    listeners.set(keyOf(run), [++turns, run]);
  });
  setHandler(defineSignal<[RunAddress]>(DELIVERY_SIGNALS.unsubscribe), (run) => {
    listeners.delete(keyOf(run));
  });
  setHandler(defineSignal<[Broadcast]>(DELIVERY_SIGNALS.broadcast), (broadcast) => {
    broadcasts.push([++turns, broadcast]);
  });
  const pass = async ([turn, broadcast]: Turn<Broadcast>) => {
    const isMeant = ([since, run]: Turn<SignalListener>) => since < turn && run.workflowId !== broadcast.from;
    const runs = [...listeners.values()].filter(isMeant).map(([, run]) => run);
    const isStarting = address.shard === STARTING_SHARD;
    const isBegun = runs.some(({ begins }) => begins !== undefined);
    const starting = isStarting && !isBegun ? startAll(address, broadcast) : undefined;
    const begun = new Set<string>();
    for (const slice of slices(runs)) {
      const closed = await spreadingActivities()[DELIVERY_ACTIVITIES.spread](broadcast, slice);
      for (const run of slice) {
        if (closed.includes(run.workflowId)) listeners.delete(keyOf(run));
        else if (run.begins !== undefined) begun.add(run.begins);
      }
    }
    await starting;
    if (isBegun) await startAll(address, broadcast, begun);
  };
  while (listeners.size + broadcasts.length > 0) {
    if (isToContinue()) await continueAsNew<typeof batonSignals>(address, state());
    const next = broadcasts.shift();
    if (next) await pass(next);
    else await condition(() => broadcasts.length > 0 || listeners.size === 0 || isToContinue());
  }
}

/** @param begun - types of which there are runs that the signal begins: it starts no others */
async function startAll(
  address: SignalAddress,
  broadcast: Broadcast,
  begun: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const started of await findStarts('signals', address.name, address.deployment)) {
    if (begun.has(started.type)) continue;
    const id = startedRunId(started.type, address, broadcast.id);
    await deliveryActivities()[DELIVERY_ACTIVITIES.start](started, id, broadcast.payload);
  }
}

function slices(runs: readonly SignalListener[]): (readonly SignalListener[])[] {
  const all: SignalListener[][] = [];
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
