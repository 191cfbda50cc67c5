import type { Client } from '@temporalio/client';
import {
  BUILT_IN_WORKFLOWS,
  DELIVERY_SIGNALS,
  mailboxId,
  SIGNAL_SHARDS,
  STARTING_SHARD,
  signalRegistryId,
  type Broadcast,
  type MessageAddress,
  type PublishedMessage,
  type SignalAddress,
} from './delivery';

/*
 * How messages and signals are handed over to their mailbox or registry, by clients and by activities alike.
 */

/** Temporal calls: `SignalWithStartWorkflowExecution`. */
export async function publishMessage(
  client: Client,
  taskQueue: string,
  address: MessageAddress,
  message: PublishedMessage,
): Promise<void> {
  await client.workflow.signalWithStart(BUILT_IN_WORKFLOWS.mailbox, {
    workflowId: mailboxId(address),
    taskQueue,
    args: [address],
    signal: DELIVERY_SIGNALS.publish,
    signalArgs: [message],
  });
}

/**
 * The first part of the registry is started, because it also starts processes; of the others, those that are there have
 * runs that wait. Temporal calls: `SignalWithStartWorkflowExecution` and `SignalWorkflowExecution`.
 */
export async function broadcastSignal(
  client: Client,
  taskQueue: string,
  address: SignalAddress,
  broadcast: Broadcast,
): Promise<void> {
  await client.workflow.signalWithStart(BUILT_IN_WORKFLOWS.signals, {
    workflowId: signalRegistryId(address, STARTING_SHARD),
    taskQueue,
    args: [{ ...address, shard: STARTING_SHARD }],
    signal: DELIVERY_SIGNALS.broadcast,
    signalArgs: [broadcast],
  });
  const others = Array.from({ length: SIGNAL_SHARDS - 1 }, (_, i) => signalRegistryId(address, i + 1));
  await Promise.all(
    others.map((id) => ifOpen(client.workflow.getHandle(id).signal(DELIVERY_SIGNALS.broadcast, broadcast))),
  );
}

/** Whether a call reached its workflow; false if that is closed, or was never there. */
export async function ifOpen(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'WorkflowNotFoundError') return false;
    throw error;
  }
}
