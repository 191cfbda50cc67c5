/**
 * How messages and signals travel between runs: names on the wire and shapes, shared by runs, built-in workflows,
 * built-in activities and clients. Stable: open runs depend on them. See docs/messages.md.
 */

/** Built-in workflows; their ids say what they are for. */
export const BUILT_IN_WORKFLOWS = {
  /** Keeps the waits for, and the undelivered messages of, one name and key. */
  mailbox: 'batonMailbox',
  /** Keeps a part of the runs that wait for one signal. */
  signals: 'batonSignals',
} as const;

/** Built-in activities, which every worker of Baton has. */
export const DELIVERY_ACTIVITIES = {
  subscribe: 'baton.subscribe',
  publish: 'baton.publish',
  offer: 'baton.offer',
  listen: 'baton.listen',
  broadcast: 'baton.broadcast',
  spread: 'baton.spread',
  findStarts: 'baton.findStarts',
  start: 'baton.start',
  startInTurn: 'baton.startInTurn',
} as const;

const OWN_QUEUE = '/baton';

/** The task queue of the built-in activities of the runs on a task queue. */
export function builtInTaskQueue(taskQueue: string): string {
  return `${taskQueue}${OWN_QUEUE}`;
}

/** Whether it is one of these: no task of a process's own is on it. */
export function isBuiltInTaskQueue(taskQueue: string): boolean {
  return taskQueue.endsWith(OWN_QUEUE);
}

/** The task queue of the runs whose built-in activities are on this one. */
export function taskQueueBehind(builtIn: string): string {
  return builtIn.slice(0, -OWN_QUEUE.length);
}

/** Signals of the mailbox and the registry. */
export const DELIVERY_SIGNALS = {
  subscribe: 'baton.subscribe',
  unsubscribe: 'baton.unsubscribe',
  publish: 'baton.publish',
  broadcast: 'baton.broadcast',
  /** A run for whose end the mailbox has waited ends now: it may start the next one. */
  ended: 'baton.ended',
} as const;

/** Signal by which a mailbox asks a run to tell it of its end: takes the mailbox's workflow id. */
export const TELL_OF_END_SIGNAL = 'baton.tellOfEnd';

/** Header of runs that follow another one: the mailboxes that asked that one to tell them of the end. */
export const TELL_OF_END_HEADER = 'baton-tell-of-end';

/** Update by which a run is offered a message: takes an `Offer`, gives an `OfferAnswer`. */
export const OFFER_UPDATE = 'baton.offer';

/** Signal by which a run hears of a broadcast: takes a `Broadcast`. */
export const BROADCAST_SIGNAL = 'baton.signal';

/** Parts of a registry; a run belongs to one of them. */
export const SIGNAL_SHARDS = 8;

/** How long a message waits for its receiver when nothing else is said: one hour, in milliseconds. */
export const DEFAULT_TIME_TO_LIVE = 3_600_000;

/** A run as others reach it, also after it has continued as new. */
export interface RunAddress {
  readonly workflowId: string;
  readonly firstRunId: string;
}

/** A run that waits for a signal. */
export interface SignalListener extends RunAddress {
  /** Its workflow type, if it waits at a start event of the process, which something else has started. */
  readonly begins?: string;
}

/** What a message is found by. */
export interface MessageAddress {
  readonly deployment: string;
  readonly name: string;
  readonly key?: string;
}

export interface PublishedMessage {
  /** Messages with the same name, key and id are one. */
  readonly id: string;
  readonly payload?: unknown;
  /** Milliseconds. */
  readonly timeToLive?: number;
}

/** A wait for a message in a run. */
export interface MessageSubscription extends RunAddress {
  /** Unique in its run. */
  readonly id: string;
}

export interface Offer {
  readonly subscription: string;
  readonly message: {
    readonly id: string;
    readonly name: string;
    readonly key?: string;
    readonly payload?: unknown;
  };
}

/**
 * `taken`: the wait has it and is over; `taken-more`: it has it, and waits for more; `declined`: nobody waits any more;
 * `refused`: the payload does not fit; `gone`: the run is closed.
 */
export type OfferAnswer = 'taken' | 'taken-more' | 'declined' | 'refused' | 'gone';

export interface SignalAddress {
  readonly deployment: string;
  readonly name: string;
}

export interface Broadcast {
  /** Broadcasts with the same name and id are one. */
  readonly id: string;
  readonly name: string;
  readonly payload?: unknown;
  /** Workflow id of the run that broadcasts: it has heard the signal already. */
  readonly from?: string;
}

/** What starts a run, of several things that may. */
export interface StartTrigger {
  readonly kind: 'message' | 'signal';
  readonly name: string;
}

/** A workflow type that a message or signal may start. */
export interface StartCandidate {
  readonly type: string;
  /** Id of its start event. */
  readonly startEvent: string;
  readonly trigger?: StartTrigger;
  /** See `StartEvents`. */
  readonly oneRunPerKey?: boolean;
  /** Of its contract, for people. */
  readonly name?: string;
  readonly description?: string;
}

/** What a message that starts a run has to say where there may be one at a time for its key. */
export interface StartInTurn {
  readonly address: MessageAddress;
  /** Id of the message. */
  readonly message: string;
  /** Whether an open run is to be asked to tell the mailbox of its end. */
  readonly ask: boolean;
}

/** `busy`: a run that a message with this key has started is open. */
export type StartAnswer = 'started' | 'busy';

export function mailboxId({ deployment, name, key }: MessageAddress): string {
  const parts = ['baton', 'message', deployment, name, ...(key === undefined ? [] : [key])];
  return bounded(parts.map(encodeURIComponent).join('/'));
}

export function signalRegistryId({ deployment, name }: SignalAddress, shard: number): string {
  const parts = ['baton', 'signal', deployment, name].map(encodeURIComponent);
  return `${bounded(parts.join('/'))}/${shard}`;
}

/** The part of a registry that starts processes. */
export const STARTING_SHARD = 0;

/** The part of the registry that a run belongs to; what has begun is of the same one as what may begin. */
export function shardOf({ workflowId, begins }: SignalListener): number {
  return begins === undefined ? hash(workflowId) % SIGNAL_SHARDS : STARTING_SHARD;
}

/**
 * What tells a message from others: ids are given by name and key, so that an order number may be the id of two messages
 * about the same order.
 */
export function messageIdentity(
  { name, key }: { readonly name: string; readonly key?: string },
  id: string,
): string {
  return JSON.stringify([name, key ?? null, id]);
}

/** Id of the run that a message or signal starts: the same for the same one. */
export function startedRunId(type: string, { deployment, name, key }: MessageAddress, id: string): string {
  const parts = [type, deployment, name, ...(key === undefined ? [] : [key])].map(encodeURIComponent);
  return bounded([...parts, id].join('/'));
}

/**
 * Id of the run that a message starts where there may be one at a time for its key: the same for the same key, so that
 * Temporal itself sees to it that there is only one.
 */
export function runIdOfKey(type: string, { deployment, key = '' }: MessageAddress): string {
  return bounded([type, deployment, key].map(encodeURIComponent).join('/'));
}

const MAX_ID_LENGTH = 400;

/** Temporal bounds ids to 1,000 bytes; of a longer one the end is hashed. */
function bounded(id: string): string {
  return id.length <= MAX_ID_LENGTH
    ? id
    : `${id.slice(0, MAX_ID_LENGTH)}~${hash(id).toString(36)}${hash(`~${id}`).toString(36)}`;
}

/** FNV-1a, 32 bits: the sandbox has no cryptography, and nothing depends on secrecy. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
