/**
 * Workers: the processes that run workflows and activities.
 *
 * @module
 */
export { missingActivities, type ActivitySource } from './activities';
export type { BatonWorker } from './baton-worker';
export { bundleWorkflows, type BundleWorkflowsOptions, type WorkflowBundle } from './bundle';
export { createWorker, type CreateWorkerOptions } from './create-worker';
export { isWorkerError, WorkerError, type WorkerErrorCode } from './errors';
export { batonPlugin } from './plugin';
