import { DevLogger } from '../../src/workers/dev-logger';

test('keeps what processes and activities log, and warnings; says to the parent when the worker runs', () => {
  const lines: string[] = [];
  const sent: unknown[] = [];
  const logger = new DevLogger('INFO', ({ message }) => lines.push(message));
  const { send } = process;
  process.send = (message: unknown) => sent.push(message) > 0;
  try {
    logger.info('Worker state changed', { sdkComponent: 'worker', state: 'RUNNING' });
    logger.info('Worker state changed', { sdkComponent: 'worker', state: 'STOPPING' });
    logger.warn('Something is wrong', { sdkComponent: 'worker' });
    logger.info('Order cancelled', { sdkComponent: 'activity' });
  } finally {
    if (send) process.send = send;
    else delete process.send;
  }
  expect(lines).toEqual(['Something is wrong', 'Order cancelled']);
  expect(sent).toEqual(['baton.worker.ready']);
});

test('tells failures in a line, with the place in the code of the project', () => {
  const lines: string[] = [];
  const logger = new DevLogger('INFO', ({ message, meta }) =>
    lines.push(`${message} ${JSON.stringify(meta)}`),
  );
  const error = new Error('the bank is down');
  error.stack = [
    'Error: the bank is down',
    '    at charge (/shop/src/activities/charge.ts:14:32)',
    '    at execute (/shop/node_modules/batonflow/dist/activities/define-activity.js:15:67)',
  ].join('\n');
  const step = { workflowId: 'order/17', activityType: 'charge', activityId: 'Task_Charge#1', attempt: 2 };
  logger.warn('Activity failed', { ...step, sdkComponent: 'worker', error });
  logger.warn('Workflow failed', {
    workflowId: 'order/17',
    workflowType: 'order',
    error: new Error('Activity task failed', { cause: error }),
  });
  const why = 'the bank is down\n    at charge (/shop/src/activities/charge.ts:14:32)';
  expect(lines).toEqual([
    `Activity charge of order/17 failed (step Task_Charge#1, attempt 2): ${why} undefined`,
    `order order/17 failed: ${why} undefined`,
  ]);
});
