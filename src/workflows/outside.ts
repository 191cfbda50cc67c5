import { CancellationScope, getExternalWorkflowHandle, workflowInfo } from '@temporalio/workflow';
import {
  DELIVERY_ACTIVITIES,
  DELIVERY_SIGNALS,
  type MessageAddress,
  type MessageSubscription,
  type PublishedMessage,
  type RunAddress,
} from '../shared/delivery';
import { deploymentOf, type ProcessSpec } from '../shared/process-contract';
import { deliveryActivities } from './built-in/activities';

/**
 * A run's dealings with the mailboxes and registries outside. What it asks them for goes on when the wait that needed
 * it has been called off, so that they hear of that too.
 */
export class Outside {
  #subscriptions = 0;
  /** Signals that are listened to: by how many waits, and in which registry. */
  readonly #listened = new Map<string, { waits: number; readonly registry: Promise<string> }>();

  constructor(private readonly process: ProcessSpec) {}

  /** @returns how to end the subscription, once the wait is over */
  subscribe(
    name: string,
    key: string | undefined,
  ): { readonly id: string; readonly end: () => Promise<void> } {
    const subscription: MessageSubscription = { ...this.#run, id: `${name}#${++this.#subscriptions}` };
    const mailbox = shielded(() =>
      deliveryActivities()[DELIVERY_ACTIVITIES.subscribe](this.#address(name, key), subscription),
    );
    return {
      id: subscription.id,
      end: () => tell(mailbox, DELIVERY_SIGNALS.unsubscribe, subscription),
    };
  }

  async publish(name: string, key: string | undefined, message: PublishedMessage): Promise<void> {
    const unique = { ...message, id: `${workflowInfo().firstExecutionRunId}/${message.id}` };
    await deliveryActivities()[DELIVERY_ACTIVITIES.publish](this.#address(name, key), unique);
  }

  /** @returns how to stop listening */
  listen(name: string): () => Promise<void> {
    const address = { deployment: this.#deployment, name };
    const entry = this.#listened.get(name) ?? {
      waits: 0,
      registry: shielded(() => deliveryActivities()[DELIVERY_ACTIVITIES.listen](address, this.#run)),
    };
    entry.waits += 1;
    this.#listened.set(name, entry);
    return async () => {
      entry.waits -= 1;
      if (entry.waits > 0) return;
      this.#listened.delete(name);
      await tell(entry.registry, DELIVERY_SIGNALS.unsubscribe, this.#run);
    };
  }

  async broadcast(name: string, id: string, payload: unknown): Promise<void> {
    const { firstExecutionRunId, workflowId: from } = workflowInfo();
    const broadcast = { id: `${firstExecutionRunId}/${id}`, name, payload, from };
    await deliveryActivities()[DELIVERY_ACTIVITIES.broadcast](
      { deployment: this.#deployment, name },
      broadcast,
    );
  }

  get #deployment(): string {
    return deploymentOf(this.process, workflowInfo().taskQueue);
  }

  get #run(): RunAddress {
    const { workflowId, firstExecutionRunId } = workflowInfo();
    return { workflowId, firstRunId: firstExecutionRunId };
  }

  #address(name: string, key: string | undefined): MessageAddress {
    return { deployment: this.#deployment, name, ...(key !== undefined && { key }) };
  }
}

function shielded<T>(work: () => Promise<T>): Promise<T> {
  const promise = CancellationScope.nonCancellable(work);
  promise.catch(() => undefined); // the run has ended before
  return promise;
}

/** A mailbox or registry that is not there any more has nothing to hear. */
async function tell(where: Promise<string>, signal: string, what: unknown): Promise<void> {
  await shielded(async () => {
    await getExternalWorkflowHandle(await where)
      .signal(signal, what)
      .catch(() => undefined);
  });
}
