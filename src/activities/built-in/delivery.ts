import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import {
  BROADCAST_SIGNAL,
  BUILT_IN_WORKFLOWS,
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  mailboxId,
  OFFER_UPDATE,
  shardOf,
  signalRegistryId,
  taskQueueBehind,
  type Broadcast,
  type MessageAddress,
  type MessageSubscription,
  type Offer,
  type OfferAnswer,
  type PublishedMessage,
  type RunAddress,
  type SignalAddress,
  type SignalListener,
  type StartCandidate,
} from '../../shared/delivery';
import { broadcastSignal, ifOpen, publishMessage } from '../../shared/send';

/** Runs that are told of a broadcast at a time. */
const AT_ONCE = 10;

/**
 * The built-in activities, by which messages and signals travel between runs: workflow code cannot start a workflow with
 * a signal, nor send an update. Every worker of Baton has them, and `startActivities` beside them; see docs/messages.md.
 */
export const deliveryActivities = {
  [DELIVERY_ACTIVITIES.subscribe]: subscribe,
  [DELIVERY_ACTIVITIES.publish]: publish,
  [DELIVERY_ACTIVITIES.offer]: offer,
  [DELIVERY_ACTIVITIES.listen]: listen,
  [DELIVERY_ACTIVITIES.broadcast]: broadcast,
  [DELIVERY_ACTIVITIES.spread]: spread,
};

/** Those that run as local activities, in the worker of the workflow. */
export const localDeliveryActivities = {
  [DELIVERY_ACTIVITIES.findStarts]: findStarts,
};

/** Where the runs are on whose behalf an activity runs, and the built-in workflows with them. */
export function workflowTaskQueue(): string {
  return taskQueueBehind(Context.current().info.taskQueue);
}

async function subscribe(address: MessageAddress, subscription: MessageSubscription): Promise<string> {
  const workflowId = mailboxId(address);
  const { client } = Context.current();
  await client.workflow.signalWithStart(BUILT_IN_WORKFLOWS.mailbox, {
    workflowId,
    taskQueue: workflowTaskQueue(),
    args: [address],
    signal: DELIVERY_SIGNALS.subscribe,
    signalArgs: [subscription],
  });
  return workflowId;
}

async function publish(address: MessageAddress, message: PublishedMessage): Promise<void> {
  const { client } = Context.current();
  await publishMessage(client, workflowTaskQueue(), address, message);
}

/** The update's id makes offers that are tried again one offer. */
async function offer(to: RunAddress, offered: Offer): Promise<OfferAnswer> {
  const { client } = Context.current();
  const run = client.workflow.getHandle(to.workflowId, undefined, { firstExecutionRunId: to.firstRunId });
  try {
    return await run.executeUpdate<OfferAnswer, [Offer]>(OFFER_UPDATE, {
      args: [offered],
      updateId: `${offered.subscription}/${offered.message.id}`,
    });
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}

async function listen(address: SignalAddress, run: SignalListener): Promise<string> {
  const shard = shardOf(run);
  const workflowId = signalRegistryId(address, shard);
  const { client } = Context.current();
  await client.workflow.signalWithStart(BUILT_IN_WORKFLOWS.signals, {
    workflowId,
    taskQueue: workflowTaskQueue(),
    args: [{ ...address, shard }],
    signal: DELIVERY_SIGNALS.subscribe,
    signalArgs: [run],
  });
  return workflowId;
}

async function broadcast(address: SignalAddress, what: Broadcast): Promise<void> {
  const { client } = Context.current();
  await broadcastSignal(client, workflowTaskQueue(), address, what);
}

/** Its heartbeat says how far it got and who is closed, so that another attempt goes on from there. */
async function spread(what: Broadcast, runs: readonly RunAddress[]): Promise<readonly string[]> {
  const context = Context.current();
  const { client, info } = context;
  const progress = (info.heartbeatDetails ?? { next: 0, closed: [] }) as { next: number; closed: string[] };
  const tell = async ({ workflowId, firstRunId }: RunAddress) => {
    const run = client.workflow.getHandle(workflowId, undefined, { firstExecutionRunId: firstRunId });
    return (await ifOpen(run.signal(BROADCAST_SIGNAL, what))) ? [] : [workflowId];
  };
  let { next, closed } = progress;
  while (next < runs.length) {
    context.cancellationSignal.throwIfAborted();
    const told = await Promise.all(runs.slice(next, next + AT_ONCE).map(tell));
    next += AT_ONCE;
    closed = [...closed, ...told.flat()];
    context.heartbeat({ next, closed });
  }
  return closed;
}

async function findStarts(candidates: readonly StartCandidate[]): Promise<readonly StartCandidate[]> {
  return Promise.resolve(candidates);
}
