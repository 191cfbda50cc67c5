/** An attempt of an activity, as it arrived. */
export interface Call {
  readonly name: string;
  /** Of the diagram; undefined for activities that are no step of `task`. */
  readonly element: string | undefined;
  readonly input: unknown;
}

export interface BegunRun {
  readonly workflowId: string;
  readonly type: string;
}

/** Everything that the runs of one scenario leave behind. */
export class ScenarioRecord {
  readonly calls: Call[] = [];
  readonly log: string[] = [];
  /** Runs of all workflows, each chain once, in the order in which they began. */
  readonly begun = new Map<string, BegunRun>();
  /** Workflow types of called processes for which the scenario answered. */
  readonly stubbed: string[] = [];
  /** What was called and nobody answers for: whatever comes of the scenario says nothing. */
  readonly unanswered = new Set<string>();
}
