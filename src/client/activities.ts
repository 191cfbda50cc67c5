import { ActivityNotFoundError } from '@temporalio/client';
import type { ActivityContract } from '../shared/activity-contract';
import { checkInput } from './check-input';
import type { ClientContext } from './context';
import { ClientError } from './errors';
import { explained } from './explain';

/** An activity that waits for its result: by the token that its function handed out, or by its ids. */
export type ActivityAddress = string | { readonly workflowId: string; readonly activityId: string };

/** Ends activities from outside whose function ended with `context.completeLater()`. */
export class ActivityCompletions {
  readonly #context: ClientContext;

  /** Made by the client: `client.activities`. */
  constructor(context: ClientContext) {
    this.#context = context;
  }

  /**
   * Gives the result. With a contract it is checked first. Temporal calls: `RespondActivityTaskCompleted`.
   *
   * @throws InvalidInputError when the result does not fit; ClientError `not-found` when the activity no longer waits
   * @example
   * await client.activities.complete(contracts.sign, token, { signed: true });
   */
  async complete<Out>(
    contract: ActivityContract<never, Out> | undefined,
    activity: ActivityAddress,
    result: Out,
  ): Promise<void> {
    checkInput(contract?.output, result, `Result of activity ${contract?.name ?? ''}`);
    await this.#call(activity, (address) =>
      this.#context.client.activity.complete(address as Uint8Array, result),
    );
  }

  /** Fails the attempt; the retry policy decides what follows. Temporal calls: `RespondActivityTaskFailed`. */
  async fail(activity: ActivityAddress, error: Error): Promise<void> {
    await this.#call(activity, (address) => this.#context.client.activity.fail(address as Uint8Array, error));
  }

  /**
   * Says that work goes on, within the activity's heartbeat timeout. Temporal calls: `RecordActivityTaskHeartbeat`.
   */
  async heartbeat(activity: ActivityAddress, details?: unknown): Promise<void> {
    await this.#call(activity, (address) =>
      this.#context.client.activity.heartbeat(address as Uint8Array, details),
    );
  }

  #call(activity: ActivityAddress, call: (address: Uint8Array | object) => Promise<void>): Promise<void> {
    const address = typeof activity === 'string' ? Buffer.from(activity, 'base64') : activity;
    return explained({ server: this.#context.server, call: 'the activity' }, async () => {
      try {
        await call(address);
      } catch (cause) {
        if (!(cause instanceof ActivityNotFoundError)) throw cause;
        throw new ClientError('The activity does not wait for a result: it has ended, or timed out.', {
          code: 'not-found',
          cause,
        });
      }
    });
  }
}
