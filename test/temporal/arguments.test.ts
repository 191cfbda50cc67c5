import { devServerArguments, devServerEnvironment } from '../../src/temporal/dev-server/arguments';

const settings = {
  port: 1,
  uiPort: 2,
  metricsPort: 3,
  namespace: 'default',
  dbFile: undefined,
  logLevel: 'warn',
};

function valuesOf(args: string[], flag: string): string[] {
  return args.flatMap((arg, index) => (arg === flag ? [args[index + 1]!] : []));
}

test('everything is bound to loopback', () => {
  const args = devServerArguments(settings);
  expect(valuesOf(args, '--ip')).toEqual(['127.0.0.1']);
  expect(valuesOf(args, '--ui-ip')).toEqual(['127.0.0.1']);
});

test("Baton's search attributes are registered", () => {
  expect(valuesOf(devServerArguments(settings), '--search-attribute')).toEqual([
    'BatonProcess=Keyword',
    'BatonBusinessKey=Keyword',
    'BatonOpenTasks=KeywordList',
    'BatonIncident=KeywordList',
    'BatonTaskAssignee=Keyword',
    'BatonTaskState=Keyword',
    'BatonTaskDue=Datetime',
  ]);
});

test('the queues are not throttled', () => {
  expect(valuesOf(devServerArguments(settings), '--dynamic-config-value')).toContain(
    'history.transferProcessorMaxPollRPS=5000',
  );
});

test('a database only where one is asked for', () => {
  expect(devServerArguments(settings)).not.toContain('--db-filename');
  expect(valuesOf(devServerArguments({ ...settings, dbFile: '/x.db' }), '--db-filename')).toEqual(['/x.db']);
});

test("the CLI's own settings stay outside", () => {
  const env = { PATH: '/bin', TEMPORAL_NAMESPACE: 'prod', TEMPORAL_TLS: 'true', BATON_CACHE: '/x' };
  expect(devServerEnvironment(env)).toEqual({ PATH: '/bin', BATON_CACHE: '/x' });
});
