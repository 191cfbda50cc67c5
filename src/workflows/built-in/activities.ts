import { proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import {
  builtInTaskQueue,
  DELIVERY_ACTIVITIES,
  type Broadcast,
  type MessageAddress,
  type MessageSubscription,
  type Offer,
  type OfferAnswer,
  type PublishedMessage,
  type RunAddress,
  type SignalAddress,
  type StartAnswer,
  type StartCandidate,
  type StartInTurn,
} from '../../shared/delivery';

/** The built-in activities as workflow code calls them; `src/activities/built-in` implements them. */
export interface DeliveryActivities {
  /** Enters a wait into its mailbox, which is started if it is not there. Gives the mailbox's workflow id. */
  [DELIVERY_ACTIVITIES.subscribe](
    address: MessageAddress,
    subscription: MessageSubscription,
  ): Promise<string>;
  /** Puts a message into its mailbox, which is started if it is not there. */
  [DELIVERY_ACTIVITIES.publish](address: MessageAddress, message: PublishedMessage): Promise<void>;
  /** Offers a message to a run. */
  [DELIVERY_ACTIVITIES.offer](to: RunAddress, offer: Offer): Promise<OfferAnswer>;
  /** Enters a run into the registry of a signal. Gives the registry's workflow id. */
  [DELIVERY_ACTIVITIES.listen](address: SignalAddress, run: RunAddress): Promise<string>;
  /** Hands a broadcast to all parts of the registry. */
  [DELIVERY_ACTIVITIES.broadcast](address: SignalAddress, broadcast: Broadcast): Promise<void>;
  /** Tells runs of a broadcast. Gives the workflow ids of those that are closed. */
  [DELIVERY_ACTIVITIES.spread](broadcast: Broadcast, runs: readonly RunAddress[]): Promise<readonly string[]>;
  /** Gives back what it is given: what the worker's code says becomes part of the history. */
  [DELIVERY_ACTIVITIES.findStarts](candidates: readonly StartCandidate[]): Promise<readonly StartCandidate[]>;
  /** Starts a process once for each id. */
  [DELIVERY_ACTIVITIES.start](started: StartCandidate, id: string, input: unknown): Promise<void>;
  /** Starts a process once for each message, if no run that a message with its key has started is open. */
  [DELIVERY_ACTIVITIES.startInTurn](
    started: StartCandidate,
    turn: StartInTurn,
    input: unknown,
  ): Promise<StartAnswer>;
}

/**
 * Delivery is tried until it succeeds: what is gone for good is an answer, not a failure. Each is one short call of the
 * server, so that a worker that was lost holds nothing up for long.
 */
export function deliveryActivities(): DeliveryActivities {
  return proxyActivities<DeliveryActivities>({
    taskQueue: builtInTaskQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
  });
}

/** For many runs at a time: it goes on where it was when its worker has been lost. */
export function spreadingActivities(): Pick<DeliveryActivities, typeof DELIVERY_ACTIVITIES.spread> {
  return proxyActivities<DeliveryActivities>({
    taskQueue: builtInTaskQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', maximumInterval: '30 seconds' },
  });
}

export function localDeliveryActivities(): Pick<DeliveryActivities, typeof DELIVERY_ACTIVITIES.findStarts> {
  return proxyLocalActivities<DeliveryActivities>({ startToCloseTimeout: '10 seconds' });
}
