import type { Progress } from './wire';

/**
 * Second argument of a workflow function that can go on in another run: set in a run that follows an earlier one, or
 * that does a part of another one. The first argument then holds the variables as they were. Plain JSON; stable, for open
 * runs depend on it. Clients never give it.
 */
export interface Continued {
  /** The element (a loop) at which this run goes on. Undefined as soon as it is there. */
  at?: string | undefined;
  /** What the earlier run had in memory. */
  readonly state: RunState;
  /** Set in a run that does a part of another one and gives its changes of variables back. */
  readonly part?: PartState;
}

/** What a run keeps beside its variables. Everything may be left out: then there is nothing of it. */
export interface RunState {
  /** Variables, as paths into them, that are `Date`s; JSON has none. */
  readonly dates?: readonly (readonly string[])[];
  /** How often each element was carried out, for names of steps. */
  readonly occurrences?: Readonly<Record<string, number>>;
  readonly progress?: Pick<Progress, 'elements' | 'path'>;
  readonly mailbox?: MailboxState;
  /** Broadcasts that were heard, the latest, each by its name and id. */
  readonly heard?: readonly string[];
  /** Timers of event sub-processes of the process, by start event; those of one with several, by `<start event>/<place>`. */
  readonly timers?: Readonly<Record<string, ArmedTimer>>;
  /** Start events whose conditions held when they were last looked at. */
  readonly held?: readonly string[];
  readonly gathered?: GatheredState;
  readonly outside?: OutsideState;
  /** How to undo completed work, in the order of completion: ids of activities. */
  readonly compensations?: readonly string[];
}

/** How the id of a child workflow ends that does a part of its parent: the rest of a loop, or a slice of a multi-instance. */
export const PART_IDS = { rest: '.rest', slice: '.slice' } as const;

/** Whether a run only does a part of another one, by its workflow id. */
export function isPart(workflowId: string): boolean {
  return /\.(rest#|slice)\d+$/.test(workflowId);
}

export interface PartState {
  /** Path of the scope that it is in. */
  readonly path: string;
  /** What catches errors around it: what is caught there does not stop at an incident here. */
  readonly errors?: readonly CaughtErrors[];
  /** Whether another process has called the one that it is a part of, and gets its BPMN errors. */
  readonly called?: boolean;
  /** Names of the variables that its earlier runs have changed. */
  readonly changed: readonly string[];
  /** Set where the part is some of the instances of a multi-instance, which is where it goes on. */
  readonly slice?: Slice;
}

/** BPMN errors, or technical failures, that an event catches: with this code, or any. */
export interface CaughtErrors {
  readonly kind: 'error' | 'technicalFailure';
  readonly code?: string;
}

/** Some of the instances of a multi-instance. */
export interface Slice {
  readonly items: readonly unknown[];
  /** Items, as paths into them, that are `Date`s. */
  readonly dates: readonly (readonly string[])[];
  /** Place of the first one among all, from 0. */
  readonly first: number;
  /** How many there are in all. */
  readonly all: number;
  /** How many were completed before. */
  readonly completed: number;
  readonly concurrency: number;
  /** Name of the multi-instance, of which those of its steps are made. */
  readonly key: string;
}

/** What has come of a slice. */
export interface SliceResult {
  /** Of the instances that were begun, in their order; with a long history the last ones are not. */
  readonly results: readonly unknown[];
  readonly dates: readonly (readonly string[])[];
  readonly completed: number;
  /** Whether a completion has ended all of them. */
  readonly isOver: boolean;
}

export interface MailboxState {
  /** Messages that nobody has taken yet, oldest first. */
  readonly messages: readonly { readonly name: string; readonly key?: string; readonly id?: string }[];
  /** Messages that have come, the latest, each by its name, key and id. */
  readonly seen: readonly string[];
  readonly refused: number;
}

/** By start event that waits for several things: places and payloads of those that have come. */
export type GatheredState = Readonly<Record<string, readonly (readonly [place: number, payload: unknown])[]>>;

export interface ArmedTimer {
  /** How often it has fired. */
  readonly fired: number;
  /** When it fires next; ISO 8601. Not there when it has fired for the last time. */
  readonly due?: string;
}

/** What others think this run waits for. */
export interface OutsideState {
  /** Number of the latest subscription. */
  readonly subscriptions: number;
  readonly messages: readonly OpenSubscription[];
  /** Signals that are listened to, each with its registry. */
  readonly signals: readonly { readonly name: string; readonly registry: string }[];
}

export interface OpenSubscription {
  readonly id: string;
  readonly name: string;
  readonly key?: string;
  /** Workflow id of the mailbox that it is in. */
  readonly mailbox: string;
}

/** What a run that did a part of another one gives back. */
export interface PartResult {
  /** Variables that it has changed. */
  readonly changed: Readonly<Record<string, unknown>>;
  /** Names of variables that it has removed. */
  readonly removed: readonly string[];
  /** Changed variables, as paths into them, that are `Date`s. */
  readonly dates: readonly (readonly string[])[];
  readonly progress: Pick<Progress, 'elements' | 'path'>;
  readonly slice?: SliceResult;
  /** Set if a terminate end event ends the scope that the part is in. */
  readonly terminatedBy?: string;
}

/**
 * Memo: the number of events after which a run goes on in a new one, for tests. Default: when the server suggests it, at
 * the latest after some thousands.
 */
export const CONTINUE_AFTER_MEMO = 'baton.continueAfter';

/** Signal by which a run tells another one, that does a part of it, which variables have changed meanwhile. */
export const VARIABLES_SIGNAL = 'baton.variables';
