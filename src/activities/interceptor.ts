import type { Context } from '@temporalio/activity';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import type { ActivityInterceptors } from '@temporalio/worker';
import { IDEMPOTENCY_HEADER } from '../shared/names';

/** A registered symbol, so that two copies of this package in one process understand each other. */
const firstRunId = Symbol.for('batonflow.firstRunId');

/**
 * Activity interceptor: reads the first run's id from the header (sent by `src/workflows/interceptors.ts`) and keeps
 * it with the activity's context, where `idempotencyKey` finds it.
 */
export function receiveFirstRunId(context: Context): ActivityInterceptors {
  return {
    inbound: {
      execute(input, next) {
        const payload: Payload | undefined = input.headers[IDEMPOTENCY_HEADER];
        if (payload) Reflect.set(context, firstRunId, defaultPayloadConverter.fromPayload(payload));
        return next(input);
      },
    },
  };
}

/** Id of the first run of the chain that scheduled this activity, where the workflow sent it. */
export function firstRunIdOf(context: Context): string | undefined {
  const value: unknown = Reflect.get(context, firstRunId);
  return typeof value === 'string' ? value : undefined;
}
