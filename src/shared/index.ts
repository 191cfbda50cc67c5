/**
 * Contracts: what workflows, workers and clients agree on. Pure data and types, importable everywhere, also from
 * workflow code.
 *
 * @module
 */
export { activityContract, type ActivityContract, type ActivityContractSpec } from './activity-contract';
export { asBpmnError, bpmnError, type BpmnErrorInfo, type BpmnErrorOptions } from './bpmn-error';
export { FailureType, type BpmnErrorDetails } from './errors';
export {
  addIsoDuration,
  parseIsoCycle,
  parseIsoDate,
  parseIsoDuration,
  type IsoCycle,
  type IsoDuration,
} from './durations';
export type { Incident, IncidentChoice, IncidentDetails, IncidentKind, IncidentState } from './incidents';
export { DEFAULT_TASK_QUEUE, SEARCH_ATTRIBUTES } from './names';
export {
  defineProcess,
  deploymentOf,
  type ElementInfo,
  type Exchange,
  type InputOf,
  type OpenInput,
  type OpenVariables,
  type OutputOf,
  type ProcessContract,
  type ProcessSpec,
  type TaskSpec,
  type VariablesOf,
} from './process-contract';
export type {
  AssignTask,
  ChangeTask,
  ClaimTask,
  CommentTask,
  CompleteTask,
  DelegateTask,
  HumanTask,
  HumanTaskState,
  ResolveTask,
  TaskChanges,
  TaskComment,
  TaskForm,
  UnclaimTask,
} from './human-tasks';
export type { MisfitDetails } from './misfit';
export type { Problem, Schema } from './schema';
export type { ElementProgress, MessageEnvelope, Progress } from './wire';
