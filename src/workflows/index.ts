/**
 * For workflow code: everything here runs inside Temporal's workflow sandbox.
 *
 * A process is an ordinary exported async function that begins with {@link enter} and ends with `end`. What happens in
 * between is TypeScript: `if`, `while`, `try`; `task` calls activities, `userTask` waits for people, `firstOf` for the
 * first of several events, `parallel` runs branches side by side, `compensateWith` remembers how to undo. Every helper
 * says which calls of `@temporalio/workflow` it makes, and those may be used beside it.
 *
 * @example
 * import { enter, parallel } from 'batonflow/workflow';
 * import * as activities from '../activities/contracts';
 * import { order as process } from './order.process';
 *
 * export async function order(input: InputOf<typeof process>) {
 *   const { vars, task, end } = enter(process, input);
 *   await parallel(
 *     () => task('Charge', activities.chargeCard, vars),
 *     () => task('Pack', activities.pack, vars),
 *   );
 *   return end('Shipped', { orderId: vars.orderId });
 * }
 *
 * @module
 */
export { asBpmnError, bpmnError, type BpmnErrorInfo, type BpmnErrorOptions } from '../shared/bpmn-error';
export type {
  InputOf,
  OpenInput,
  OpenVariables,
  OutputOf,
  ProcessSpec,
  VariablesOf,
} from '../shared/process-contract';
export type { AdHocFunction, AdHocOptions } from './ad-hoc';
export type { AdHocDecision } from './ad-hoc-decision';
export type { ChangedValue } from './after-changes';
export { activitiesOf, type ActivityReferences } from './activities-of';
export { activityNamed } from './activity-named';
export type { Branch } from './branches';
export type { CallFunction, CallOptions } from './call';
export type { CancelFunction } from './cancel-event';
export { chosen, otherwise, when, type Conditional } from './chosen';
export type { Continued } from '../shared/continuation';
export type { CompensateOptions, CompensationFunctions, UndoFunctions } from './compensation';
export type { DecisionFunction, DecisionOptions } from './decision-step';
export { enter, type ProcessRun } from './enter';
export type { EscalateFunction } from './escalation';
export type { EventHandler, EventSubProcesses } from './event-sub-process';
export { dateTime, type DateTime } from './date-time';
export { asJson, evaluate, holds, isEmpty } from './expressions';
export { noFlowTaken, notStarted } from './failures';
export type {
  CompletedInstance,
  CompletionBranch,
  CompletionOptions,
  ForEachFunction,
  ForEachOptions,
} from './for-each';
export type { CorrelationKey, MessageTriggerFunctions } from './message-triggers';
export type { Boundary, GuardFunction, SideBranch } from './guard';
export type { HandlerFunctions } from './handlers';
export type { InstanceCounts } from './instances';
export { asDate, asText, compare, equal, isFalse, isTrue, sizeOf, toNumber } from './juel';
export { lastly } from './lastly';
export {
  local,
  withOwn,
  type AssignFunction,
  type LocalOptions,
  type Over,
  type OwnVariables,
} from './local';
export { parallel } from './nursery';
export type { ScopeFunction } from './scope';
export type { ScriptFunction } from './script';
export type { ScriptExecution } from './script-execution';
export type { ListenedTask } from './listened-task';
export { taking } from './taking';
export type { TaskListener, TaskListeners } from './task-listeners';
export type { TaskFunction, TaskOptions } from './task';
export { tries } from './tries';
export type { TerminateFunction } from './terminate';
export type { Arrive, TokenFunctions } from './tokens';
export {
  cancelled,
  compensation,
  error,
  escalation,
  technicalFailure,
  type CancelTrigger,
  type CompensationTrigger,
  type ErrorTrigger,
  type EscalationTrigger,
  type TechnicalFailureTrigger,
} from './thrown';
export {
  allOf,
  anyOf,
  signal,
  timer,
  until,
  type CompositeTrigger,
  type ConditionTrigger,
  type MessageTrigger,
  type SignalTrigger,
  type TimerSpec,
  type TimerTrigger,
  type Trigger,
} from './triggers';
export { restConnector } from './rest-connector';
export type { RestCall } from '../shared/rest-connector';
export type { PublishOptions, Thrown, ThrowFunctions } from './throws';
export type { PartFunctions } from './part';
export type { TurnFunction } from './turn';
export type { UserTaskFunction, UserTaskOptions } from './user-task';
export type { FirstOf, WaitFunctions } from './wait';
