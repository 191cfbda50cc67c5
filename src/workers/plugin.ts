import type { BundlerPlugin, WorkerInterceptors, WorkerOptions, WorkerPlugin } from '@temporalio/worker';
import { localDeliveryActivities } from '../activities/built-in/delivery';
import { receiveFirstRunId } from '../activities/interceptor';
import { collectActivities } from './activities';
import { withBuiltInActivities } from './built-in-activities';
import { withDefaults } from './defaults';
import { withIncidentsByDefault } from './incidents-by-default';
import { enforceUtc } from './utc';

/** The module that `createWorker` and `batonPlugin` add to every workflow bundle. */
export const workflowInterceptors = require.resolve('../workflows/interceptors');

/** What all runs of a worker share. Both add it to every bundle as well. */
export const preloaded = require.resolve('../workflows/preloaded');

export interface BatonPluginOptions {
  /** As for `createWorker`. */
  readonly incidents?: boolean;
}

/**
 * Everything that Baton adds to a Temporal worker, as a plugin for a raw one: interceptors for idempotency keys,
 * activities by the names in their contracts, the built-in
 * activities on a task queue of their own, slots and pollers, UTC. For replay and for `bundleWorkflowCode` as well.
 *
 * @example
 * const worker = await Worker.create({ plugins: [batonPlugin()], workflowsPath, activities, taskQueue: 'orders' });
 */
export function batonPlugin({ incidents = false }: BatonPluginOptions = {}): WorkerPlugin & BundlerPlugin {
  return {
    name: 'batonflow',
    configureWorker(options) {
      enforceUtc();
      const activities = collectActivities(options.activities);
      return {
        // Without activities of its own it takes no tasks for any: other workers may do so, in whatever language.
        enableNonLocalActivities: Object.keys(activities).length > 0,
        ...withDefaults(options),
        activities: { ...localDeliveryActivities, ...activities },
        interceptors: withActivityInterceptor(options.interceptors),
      };
    },
    runWorker: (worker, next) => withBuiltInActivities(worker, () => next(worker)),
    configureReplayWorker(options) {
      enforceUtc();
      return options;
    },
    // Workers hand their plugins to the bundler, so this reaches `workflowsPath`, replay and prepared bundles alike.
    configureBundler(options) {
      return {
        ...options,
        preloadModules: [...(options.preloadModules ?? []), preloaded],
        workflowInterceptorModules: [...(options.workflowInterceptorModules ?? []), workflowInterceptors],
        webpackConfigHook: (config) =>
          withIncidentsByDefault(options.webpackConfigHook?.(config) ?? config, incidents),
      };
    },
  };
}

function withActivityInterceptor(interceptors: WorkerOptions['interceptors']): WorkerInterceptors {
  return { ...interceptors, activity: [receiveFirstRunId, ...(interceptors?.activity ?? [])] };
}
