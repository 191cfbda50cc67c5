/** Shapes that travel between a run and its clients. All plain JSON; times are ISO 8601 in UTC. */

/** Argument of `MESSAGE_SIGNAL`. */
export interface MessageEnvelope {
  readonly name: string;
  /** Correlation key; a wait with a key takes only messages with the same one. */
  readonly key?: string;
  /** Deliveries with an id that the run has seen are dropped. */
  readonly id?: string;
  readonly payload?: unknown;
}

/** Argument of `ESCALATION_SIGNAL`. */
export interface EscalationEnvelope {
  /** Workflow id of the called process. */
  readonly from: string;
  readonly code?: string;
  /** Counts the escalations of the called process. */
  readonly number: number;
}

/** An ad-hoc sub-process under way. */
export interface AdHocState {
  /** `<scope path>/<element>#<occurrence>` */
  readonly id: string;
  readonly element: string;
  readonly name: string;
  /** Ids of the activities that can be started now. */
  readonly enabled: readonly string[];
  /** Ids of those under way, one as often as it was started. */
  readonly active: readonly string[];
}

export interface StartActivity {
  /** `id` of the ad-hoc sub-process. */
  readonly adHoc: string;
  readonly activity: string;
}

/** What a run waits for now. */
export interface OpenWaits {
  /** Without a key it takes messages with any key. */
  readonly messages: readonly { readonly name: string; readonly key?: string }[];
}

/** How often one element was entered and left, and when. */
export interface ElementProgress {
  readonly entered: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly failed: number;
  readonly firstEnteredAt: string;
  readonly lastChangedAt: string;
}

/** Answer of `PROGRESS_QUERY`. */
export interface Progress {
  readonly elements: Readonly<Record<string, ElementProgress>>;
  /** Element ids in the order in which they were entered; the oldest are dropped beyond a bound. */
  readonly path: readonly string[];
  /** Element ids that are active now, and events of which the run waits for the first. */
  readonly active: readonly string[];
  /** Element ids that stand at an incident. */
  readonly incidents: readonly string[];
}
