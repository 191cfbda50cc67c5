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
