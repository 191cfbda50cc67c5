import { CompleteAsyncError, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { z } from 'zod';
import { defineActivity, type ActivityContext } from '../../src/activities';
import { activityContract } from '../../src/shared/activity-contract';

const chargeCard = activityContract('chargeCard', {
  input: z.object({
    orderId: z.string(),
    amount: z.number().positive(),
    currency: z.string().default('EUR'),
  }),
  output: z.object({ receipt: z.string().transform((text) => text.toUpperCase()) }),
  startToCloseTimeout: '20 seconds',
});

/** The mock logs failed activities, which here are the point of the tests. */
const logger = new DefaultLogger('ERROR');

function run<In, Out>(activity: (input: In) => Promise<Out>, input: In, info = {}): Promise<Out> {
  return new MockActivityEnvironment(info, { logger }).run(activity, input);
}

async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApplicationFailure)) throw new Error(`expected an ApplicationFailure, got ${error}`);
  return error;
}

test('the function gets parsed input, the caller gets the parsed result', async () => {
  const seen: unknown[] = [];
  const activity = defineActivity(chargeCard, (input) => {
    seen.push(input);
    return { receipt: `r-${input.orderId}`, internal: 'not in the schema' };
  });
  const sent = { orderId: 'o1', amount: 5, cvc: '123' };
  expect(await run(activity, sent)).toEqual({ receipt: 'R-O1' });
  expect(seen).toEqual([{ orderId: 'o1', amount: 5, currency: 'EUR' }]);
  expect(activity.contract).toBe(chargeCard);
  expect(activity.name).toBe('chargeCard');
});

test('bad input fails without retry, names activity, path and problem, and the function does not run', async () => {
  let calls = 0;
  const activity = defineActivity(chargeCard, () => {
    calls += 1;
    return { receipt: 'r' };
  });
  const failure = await failureOf(run(activity, { orderId: 7, amount: -1 } as never));
  expect(failure).toMatchObject({ type: 'InvalidInput', nonRetryable: true });
  expect(failure.message).toMatch(/^activity chargeCard: input does not fit: orderId: .*string.*; amount: /);
  expect(failure.details).toEqual([
    {
      subject: 'activity chargeCard',
      problems: [
        { path: 'orderId', message: expect.stringContaining('string') as string },
        { path: 'amount', message: expect.stringContaining('>0') as string },
      ],
    },
  ]);
  expect(calls).toBe(0);
});

test('a result that does not fit fails without retry', async () => {
  const activity = defineActivity(chargeCard, () => ({ receipt: 5 }) as never);
  const failure = await failureOf(run(activity, { orderId: 'o', amount: 1 }));
  expect(failure).toMatchObject({ type: 'InvalidOutput', nonRetryable: true });
  expect(failure.message).toContain('activity chargeCard: output does not fit: receipt: ');
});

test('a schema that throws is a problem, not a retried error', async () => {
  const activity = defineActivity(
    {
      name: 'parse',
      input: z.string().transform((text) => JSON.parse(text) as unknown),
      output: z.unknown(),
    },
    (value) => value,
  );
  expect(await run(activity, '{"a":1}')).toEqual({ a: 1 });
  const failure = await failureOf(run(activity, 'no json'));
  expect(failure).toMatchObject({ type: 'InvalidInput', nonRetryable: true });
});

test('a contract said in place keeps name, schemas and options', () => {
  const activity = defineActivity(
    { name: 'ping', retry: { maximumAttempts: 1 }, output: z.number() },
    () => 1,
  );
  expect(activity.contract).toMatchObject({ name: 'ping', options: { retry: { maximumAttempts: 1 } } });
});

test('the context shows what Temporal knows', async () => {
  const activity = defineActivity(
    { name: 'look', input: z.void(), output: z.unknown() },
    (_input, context: ActivityContext<number>) => ({
      key: context.idempotencyKey,
      attempt: context.attempt,
      last: context.lastHeartbeat,
      token: context.taskToken,
      aborted: context.signal.aborted,
      sameInfo: context.info === Context.current().info,
    }),
  );
  const info = {
    workflowExecution: { workflowId: 'w', runId: 'run-2' },
    activityId: 'Task_Charge#1',
    attempt: 3,
    heartbeatDetails: 42,
  };
  expect(await run(activity, undefined, info)).toMatchObject({
    // Without the worker's interceptor the current run stands in for the first one.
    key: 'run-2/Task_Charge#1',
    attempt: 3,
    last: 42,
    aborted: false,
    sameInfo: true,
  });
});

test('heartbeats reach Temporal; completeLater ends without a result', async () => {
  const environment = new MockActivityEnvironment();
  const beats: unknown[] = [];
  environment.on('heartbeat', (details: unknown) => beats.push(details));
  const activity = defineActivity({ name: 'later', output: z.string() }, (_input, context) => {
    context.heartbeat({ done: 1 });
    return context.completeLater();
  });
  await expect(environment.run(activity, undefined)).rejects.toBeInstanceOf(CompleteAsyncError);
  expect(beats).toEqual([{ done: 1 }]);
});

test('types', () => {
  const typed = defineActivity(chargeCard, (input) => {
    const currency: string = input.currency;
    return { receipt: currency };
  });
  const result: () => Promise<{ receipt: string }> = () => typed({ orderId: 'o', amount: 1 });
  // @ts-expect-error amount is missing
  const missing = () => typed({ orderId: 'o' });
  // @ts-expect-error the contract wants a receipt
  defineActivity(chargeCard, () => ({ recipe: 'r' }));
  const untyped = defineActivity({ name: 'nothing' }, () => undefined);
  const call: () => Promise<void> = () => untyped();
  expect([result, missing, call].every((fn) => typeof fn === 'function')).toBe(true);
});
