/**
 * Failure types: the `type` of the `ApplicationFailure`s that Baton raises. They are part of the contract; match on
 * these (or with the predicates of `batonflow/client`), never on `instanceof`, which does not survive the sandbox.
 */
export const FailureType = {
  /** A start, message, signal, update or activity was given a payload that does not fit its schema. Never retried. */
  InvalidInput: 'InvalidInput',
  /** An activity or a process returned a value that does not fit its schema. Never retried. */
  InvalidOutput: 'InvalidOutput',
  /** No outgoing flow's condition was true and there is no default flow. */
  NoFlowTaken: 'NoFlowTaken',
  /** An expression failed or gave a value of the wrong type. */
  ExpressionFailed: 'ExpressionFailed',
  /** A run that follows another one finds no way to where that one was: the workflow was changed meanwhile. */
  CannotGoOn: 'CannotGoOn',
  /** The rules of a decision table say what its hit policy does not allow, or a value is none of those that it allows. */
  DecisionFailed: 'DecisionFailed',
  /** More than Temporal takes, met before it would end the run: activities at a time, events in a history. */
  LimitExceeded: 'LimitExceeded',
  /** A human task was acted on that is not (any longer) open. */
  TaskGone: 'TaskGone',
  /** A human task was acted on by someone who may not. */
  TaskNotAllowed: 'TaskNotAllowed',
  /** An incident was acted on that is not (any longer) open. */
  IncidentGone: 'IncidentGone',
  /** An activity of an ad-hoc sub-process was to be started that is not enabled (any longer). */
  NotEnabled: 'NotEnabled',
  /** A BPMN error that no boundary event or event sub-process caught; `details[0]` is a `BpmnErrorDetails`. */
  BpmnError: 'BpmnError',
  /** A terminate end event outside of a scope that it could end. */
  Terminated: 'Terminated',
  /** A cancel end event outside of a transaction that somebody watches for being cancelled. */
  TransactionCancelled: 'TransactionCancelled',
} as const;

export type FailureType = (typeof FailureType)[keyof typeof FailureType];

/** First detail of the `ApplicationFailure` that carries a BPMN error. The marker tells it from technical failures. */
export interface BpmnErrorDetails {
  readonly batonBpmnError: true;
  readonly code: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}
