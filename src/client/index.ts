/**
 * The typed client: for scripts, services and tests that start processes, talk to them and look at them.
 *
 * @module
 */
export type { BroadcastOptions, PublishOptions } from './publish';
export type { ActivityAddress, ActivityCompletions } from './activities';
export { BatonClient, connect, type BatonClientOptions } from './client';
export type { ConnectOptions } from './connect';
export { deploy } from './deploy';
export type { DeployedSchedule, DeployOptions } from './deployment/deploy';
export {
  ClientError,
  InvalidInputError,
  isClientError,
  ProcessFailedError,
  type ClientErrorCode,
} from './errors';
export type { FollowOptions } from './follow';
export type { IncidentAddress, IncidentClient, IncidentFilter, OpenIncident } from './incidents';
export type { ListOptions, RunDescription, RunInfo } from './list';
export type { CycleTime, ProcessFigures, RunEnd } from './figures';
export type { Overview, OverviewOptions } from './overview';
export type { ProcessRef, RunResult, StartInput, WorkflowFunction } from './process-types';
export type { MessageOptions, ProcessRun } from './run';
export type { CreateScheduleOptions, ScheduleClient } from './schedules';
export type { StartOptions } from './start';
export type { Step, StepKind, StepState } from './steps';
export type { OpenTask, TaskAddress, TaskClient, TaskFilter } from './tasks';
export type { TaskQueueFigures } from './worker-figures';
export { isServerError, ServerError, type ServerErrorCode } from '../temporal';
