import { isBuiltInTaskQueue } from '../shared/delivery';
import { isGrpcStatus } from '../temporal/connection/grpc-status';
import type { ClientContext } from './context';
import { explain, explained } from './explain';

/** How busy the workers of a task queue are. */
export interface TaskQueueFigures {
  readonly taskQueue: string;
  /** How many take tasks from it: those that say so themselves, else those that have asked for tasks in the last minute. */
  readonly workers: number;
  /**
   * The share of the slots of its workers that are taken, from 0 to 1: those for workflow tasks, activities and local
   * activities, whichever is busiest. As of the latest heartbeats, which workers send every minute. Undefined where the
   * server does not tell, and for workers that take as many tasks as their machine can bear (resource-based slots).
   */
  readonly utilisation: number | undefined;
  /** Of the machines they run on, the mean, from 0 to 1. */
  readonly processor: number | undefined;
  readonly memory: number | undefined;
  /** Tasks that no worker has taken yet, as Temporal estimates it. */
  readonly backlog: number;
  /** Milliseconds since the oldest of them was put there. */
  readonly backlogAge: number;
}

type WorkflowService = ClientContext['client']['workflowService'];
type ListedWorker = Awaited<ReturnType<WorkflowService['listWorkers']>>['workersInfo'][number];
type Heartbeat = NonNullable<ListedWorker['workerHeartbeat']>;

/** What a worker has said of itself last. */
interface LiveWorker {
  readonly taskQueue: string;
  /** For workflow tasks, activities, local activities. */
  readonly slots: readonly Slots[];
  readonly processor: number;
  readonly memory: number;
}

interface Slots {
  readonly used: number;
  /** -1 if there is no bound. */
  readonly free: number;
}

/** `temporal.api.enums.v1.TaskQueueType` */
const TASK_QUEUE_TYPES = { workflow: 1, activity: 2 } as const;
/** `temporal.api.enums.v1.WorkerStatus`: it takes tasks. */
const RUNNING = 1;
/** A worker that has been silent for as long is gone: heartbeats come once a minute. */
const SILENT_MS = 150_000;
/** How long a worker asks for a task until it asks anew, and a little. */
const POLL_MS = 70_000;

/**
 * Figures of the task queues, and of those others that workers of the namespace take tasks from.
 * Temporal calls: `ListWorkers`; for each task queue `DescribeTaskQueue`, twice.
 */
export async function workerFigures(
  context: ClientContext,
  taskQueues: Iterable<string>,
): Promise<TaskQueueFigures[]> {
  const workers = await liveWorkers(context);
  const names = new Set([...taskQueues, ...workers.map(({ taskQueue }) => taskQueue)]);
  const shown = [...names].filter((name) => !isBuiltInTaskQueue(name)).sort();
  return Promise.all(
    shown.map(async (taskQueue) => {
      const { pollers, ...backlog } = await queueOf(context, taskQueue);
      const telling = workers.filter((worker) => worker.taskQueue === taskQueue);
      return { taskQueue, workers: telling.length || pollers, ...busyness(telling), ...backlog };
    }),
  );
}

/** Workers that have said how they are; none where the server does not listen to them, or may not tell. */
async function liveWorkers({ client, server }: ClientContext): Promise<readonly LiveWorker[]> {
  const { namespace } = client.options;
  const found: Heartbeat[] = [];
  try {
    let nextPageToken = new Uint8Array();
    do {
      const page = await client.workflowService.listWorkers({ namespace, nextPageToken });
      found.push(...page.workersInfo.flatMap(({ workerHeartbeat }) => workerHeartbeat ?? []));
      nextPageToken = new Uint8Array(page.nextPageToken);
    } while (nextPageToken.length > 0);
  } catch (error) {
    if (isGrpcStatus(error, 'UNIMPLEMENTED') || isGrpcStatus(error, 'PERMISSION_DENIED')) return [];
    throw explain(error, { server, call: 'listing workers' });
  }
  return found.filter(isAlive).map(asLiveWorker);
}

/** Servers list a worker for a day after it was killed, as it was last; the rest of what it says is of no help there. */
function isAlive({ status, heartbeatTime }: Heartbeat): boolean {
  return status === RUNNING && Date.now() - millisecondsOf(heartbeatTime) < SILENT_MS;
}

function asLiveWorker(heartbeat: Heartbeat): LiveWorker {
  const { taskQueue, hostInfo, workflowTaskSlotsInfo, activityTaskSlotsInfo, localActivitySlotsInfo } =
    heartbeat;
  return {
    taskQueue: taskQueue ?? '',
    slots: [workflowTaskSlotsInfo, activityTaskSlotsInfo, localActivitySlotsInfo].map((slots) => ({
      used: slots?.currentUsedSlots ?? 0,
      free: slots?.currentAvailableSlots ?? 0,
    })),
    processor: hostInfo?.currentHostCpuUsage ?? 0,
    memory: hostInfo?.currentHostMemUsage ?? 0,
  };
}

function busyness(
  workers: readonly LiveWorker[],
): Pick<TaskQueueFigures, 'utilisation' | 'processor' | 'memory'> {
  const shares = [0, 1, 2].flatMap(
    (kind) => shareTaken(workers.flatMap(({ slots }) => slots[kind] ?? [])) ?? [],
  );
  return {
    utilisation: shares.length === 0 ? undefined : Math.max(...shares),
    processor: mean(workers.map(({ processor }) => processor)),
    memory: mean(workers.map(({ memory }) => memory)),
  };
}

/** Of all workers together; undefined if one of them has no bound. */
function shareTaken(slots: readonly Slots[]): number | undefined {
  if (slots.some(({ free }) => free < 0)) return undefined;
  const used = slots.reduce((sum, one) => sum + one.used, 0);
  const all = slots.reduce((sum, one) => sum + one.used + one.free, 0);
  return all === 0 ? undefined : used / all;
}

async function queueOf(
  { client, server }: ClientContext,
  name: string,
): Promise<Pick<TaskQueueFigures, 'backlog' | 'backlogAge'> & { readonly pollers: number }> {
  const { namespace } = client.options;
  const queues = await Promise.all(
    Object.values(TASK_QUEUE_TYPES).map((taskQueueType) =>
      explained({ server, call: `the task queue "${name}"` }, () =>
        client.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name },
          taskQueueType,
          reportStats: true,
        }),
      ),
    ),
  );
  const recent = queues.flatMap(({ pollers }) =>
    pollers.flatMap(({ identity, lastAccessTime }) =>
      Date.now() - millisecondsOf(lastAccessTime) < POLL_MS ? [identity] : [],
    ),
  );
  return {
    pollers: new Set(recent).size,
    backlog: queues.reduce((sum, { stats }) => sum + Number(stats?.approximateBacklogCount ?? 0), 0),
    backlogAge: Math.max(...queues.map(({ stats }) => millisecondsOf(stats?.approximateBacklogAge))),
  };
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, one) => sum + one, 0) / values.length;
}

function millisecondsOf(duration: Heartbeat['elapsedSinceLastHeartbeat']): number {
  return Number(duration?.seconds ?? 0) * 1000 + (duration?.nanos ?? 0) / 1e6;
}
