import type { Logger, LogLevel } from '@temporalio/worker';
import { withoutNoise } from '../../src/workers/calm-logger';

function recorder(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = (level: LogLevel, message: string, meta?: object) =>
    void lines.push(`${level} ${message} ${JSON.stringify(meta ?? {})}`);
  const at = (level: LogLevel) => (message: string, meta?: object) => {
    log(level, message, meta);
  };
  return {
    lines,
    logger: {
      log,
      trace: at('TRACE'),
      debug: at('DEBUG'),
      info: at('INFO'),
      warn: at('WARN'),
      error: at('ERROR'),
    },
  };
}

test('a server that is away is told once, everything else as it comes', () => {
  const { logger, lines } = recorder();
  const calm = withoutNoise(logger);
  calm.info('Worker started', { taskQueue: 'q' });
  for (const poll of ['workflow', 'activity', 'workflow']) {
    calm.log('WARN', `gRPC call poll_${poll}_task_queue retried 6 times`, { error: 'refused', target: 'x' });
  }
  calm.warn('gRPC call start_workflow retried 6 times');
  expect(lines).toEqual([
    'INFO Worker started {"taskQueue":"q"}',
    'WARN The Temporal server does not answer; the worker goes on when it is back. {"error":"refused"}',
    'WARN gRPC call start_workflow retried 6 times {}',
  ]);
  expect(withoutNoise(logger)).toBe(calm);
});

test('the worker for built-in activities is not warned of for having no workflows; others are', () => {
  const { logger, lines } = recorder();
  const calm = withoutNoise(logger);
  for (const taskQueue of ['orders', 'orders/baton'])
    calm.warn('No workflows registered, not polling for workflow tasks', { taskQueue });
  expect(lines).toEqual([
    'WARN No workflows registered, not polling for workflow tasks {"taskQueue":"orders"}',
  ]);
});
