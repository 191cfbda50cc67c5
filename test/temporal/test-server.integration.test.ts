import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { eventually, exitOf, firstLine, isRunning, startProgram } from './processes';

/** Socket that listens on a port, as `ss` shows it: local address and process id. */
function listener(port: string): { local: string; pid: number } {
  const line = execFileSync('ss', ['-ltnpH', `sport = :${port}`], { encoding: 'utf8' }).trim();
  return { local: line.split(/\s+/)[3]!, pid: Number(/pid=(\d+)/.exec(line)?.[1]) };
}

async function startTestServer() {
  const parent = startProgram('start-test-server.js');
  const port = (await firstLine(parent)).split(':')[1]!;
  return { parent, ...listener(port) };
}

test('the time-skipping server ends when the process that started it is killed', async () => {
  const { parent, pid } = await startTestServer();
  expect(isRunning(pid)).toBe(true);
  const exit = exitOf(parent);
  parent.kill('SIGKILL');
  await exit;
  await eventually('the server is gone', () => !isRunning(pid));
});

// The official executable listens on all interfaces and has no setting for it (docs/servers.md).
const isOurs = readFileSync(process.env['BATON_TEST_SERVER']!, 'utf8').includes('LoopbackTestServer');
(isOurs ? test : test.skip)('the time-skipping server made from Java listens on loopback only', async () => {
  const { parent, local, pid } = await startTestServer();
  const exit = exitOf(parent);
  parent.kill('SIGKILL');
  await exit;
  expect(local).toMatch(/^(127\.0\.0\.1|\[::ffff:127\.0\.0\.1\]):\d+$/);
  await eventually('the server is gone', () => !isRunning(pid));
});
