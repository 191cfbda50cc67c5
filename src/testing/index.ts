/**
 * Tests of processes: a server on which time can be skipped, stubs for activities, the typed client.
 *
 * @module
 */
export { createTestEnvironment, type TestEnvironment, type TestEnvironmentOptions } from './environment';
export {
  replayHistories,
  replayRuns,
  type ReplayCode,
  type ReplayedRun,
  type ReplayRunsOptions,
  type RunHistory,
} from './replay';
export type { TestServer } from './server';
export { stub, type Stub, type StubAnswer, type StubCall } from './stub';
export { asBpmnError, bpmnError } from '../shared/bpmn-error';
export { processMatchers, type ExpectedFailure } from './matchers';
export { scenario, type ScenarioCourse, type ScenarioStep } from './scenario';
