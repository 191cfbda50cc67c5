/** Incidents as they travel between a run and its clients. All plain JSON; times are ISO 8601 in UTC. */

/**
 * What can stop at an incident:
 * - `activity`: an activity whose attempts are used up, or that refuses what it was given.
 * - `call`: a called process that failed.
 * - `expression`: an expression, script, mapping or decision.
 * - `gateway`: no outgoing flow could be taken.
 * - `message`: a message without a correlation key, or with one that is none.
 * - `error`: a BPMN error from an activity or a call that nothing catches.
 */
export const INCIDENT_KINDS = ['activity', 'call', 'expression', 'gateway', 'message', 'error'] as const;

export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** All kinds, none, or these. */
export type IncidentChoice = boolean | readonly IncidentKind[];

/** What of a setting is a choice; undefined if it is none. */
export function incidentChoice(setting: unknown): IncidentChoice | undefined {
  if (typeof setting === 'boolean') return setting;
  const isKind = (kind: unknown): kind is IncidentKind => INCIDENT_KINDS.includes(kind as IncidentKind);
  return Array.isArray(setting) && setting.every(isKind) ? setting : undefined;
}

/** What a setting must be, to say so. */
export const INCIDENT_CHOICES = `true, false, or a list of kinds (${INCIDENT_KINDS.join(', ')})`;

export type IncidentState = 'open' | 'retried' | 'skipped' | 'failed' | 'cancelled';

/** A branch of a run that has stopped at a failure, until somebody says how to go on. */
export interface Incident {
  /** Unique in its run, and new for each stop: `<scope path>/<element>#<n>`, the n-th incident there. */
  readonly id: string;
  readonly element: string;
  readonly name: string;
  readonly kind: IncidentKind;
  readonly state: IncidentState;
  /** Why it failed: the innermost reason. */
  readonly message: string;
  /** `type` of that failure: one of `FailureType`, or the activity's own. */
  readonly failureType?: string;
  /** Code of the BPMN error. */
  readonly code?: string;
  /** In a multi-instance: which item, from 0. */
  readonly index?: number;
  /** What the step was given, as a retry gives it again. */
  readonly input?: unknown;
  readonly createdAt: string;
  readonly closedAt?: string;
  /** Who resolved it. */
  readonly closedBy?: string;
}

/** An incident with the variables that can be edited there. */
export interface IncidentDetails extends Incident {
  readonly variables: Readonly<Record<string, unknown>>;
}

interface IncidentCommand {
  readonly incident: string;
  /** Who does it. */
  readonly user?: string;
}

/** What is changed before it goes on. */
export interface IncidentEdits {
  /** Variables, by name, as they are seen at the incident. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Fields of the step's input; the others stay. What is no object is replaced. */
  readonly input?: unknown;
}

export interface RetryIncident extends IncidentCommand, IncidentEdits {}
export interface EditIncident extends IncidentCommand, IncidentEdits {}
export interface SkipIncident extends IncidentCommand {
  /** What counts as the step's result. */
  readonly result?: unknown;
}
export type FailIncident = IncidentCommand;
