import type { WorkerOptions } from '@temporalio/worker';
import { getHeapStatistics } from 'node:v8';

/**
 * Measured: the SDK's 40 workflow-task slots starve a worker with 100 clients (single tasks waited 9 seconds). With more
 * slots and 20 pollers an empty workflow reached 205 a second on two cores. With 200 of them, a broadcast to 10,000 runs,
 * which all have to be replayed, came to a standstill: a task takes 57 ms there, so that each of 200 ended later than the
 * 10 seconds after which the server gives it to somebody else.
 */
const workflowTaskSlots = 100;
const activitySlots = 200;
const pollers = { type: 'simple-maximum', maximum: 20 } as const;

/**
 * Before Node 24 every promise takes longer the more runs the worker keeps in memory, for each of them has a storage of
 * the kind `AsyncLocalStorage`. Measured on Node 20, when each had three: 0.4 µs with none, 36 µs with 500, 1.3 ms with the 7,000 of Temporal's
 * default on a large machine, with which a worker of 10,000 open runs came to a standstill. Runs that are not in memory are
 * replayed, which takes some 15 ms.
 */
const MOST_CACHED = 500;

/** Temporal's own default, of which that is the most. */
function maxCachedWorkflows({ reuseV8Context = true }: WorkerOptions): number | undefined {
  if (!reuseV8Context || Number(process.versions.node.split('.')[0]) >= 24) return undefined;
  const heap = getHeapStatistics().heap_size_limit / 1024 / 1024;
  return Math.min(MOST_CACHED, Math.max(10, Math.floor(((heap - 200) * 600) / 1024)));
}

/** How long activities under way may take to finish once the worker is to stop. */
const shutdownGraceTime = '10 seconds';

type Tuning = Pick<
  WorkerOptions,
  | 'maxConcurrentWorkflowTaskExecutions'
  | 'maxConcurrentActivityTaskExecutions'
  | 'maxConcurrentLocalActivityExecutions'
>;

/** Baton's defaults under the options given: whatever is set explicitly stays. */
export function withDefaults(given: WorkerOptions): WorkerOptions {
  const cached = maxCachedWorkflows(given);
  const options = { ...(cached !== undefined && { maxCachedWorkflows: cached }), ...given };
  return {
    shutdownGraceTime,
    workflowTaskPollerBehavior: pollers,
    activityTaskPollerBehavior: pollers,
    // Temporal refuses slots beside a tuner.
    ...(options.tuner === undefined && slotsFor(options)),
    ...options,
  };
}

function slotsFor({ maxCachedWorkflows }: WorkerOptions): Tuning {
  return {
    // More tasks at once than cached runs would throw runs out of the cache that are being worked on.
    maxConcurrentWorkflowTaskExecutions: maxCachedWorkflows
      ? Math.min(workflowTaskSlots, Math.max(2, maxCachedWorkflows))
      : workflowTaskSlots,
    maxConcurrentActivityTaskExecutions: activitySlots,
    maxConcurrentLocalActivityExecutions: activitySlots,
  };
}
