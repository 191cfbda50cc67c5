import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNativeLauncher } from '../../src/temporal/executables/test-server-launchers';
import { eventually, exitOf, firstLine, isRunning } from './processes';

let folder: string;

/** Stands in for the official executable: prints its arguments and its pid, and stays. */
const server = `#!${process.execPath}
console.log(JSON.stringify({ args: process.argv.slice(2), pid: process.pid }));
setInterval(() => {}, 1000);
`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-launcher-'));
  writeFileSync(join(folder, 'official'), server);
  await writeNativeLauncher(folder, 'official', 'launcher');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('says whether it could start the server, without starting it', () => {
  const ask = () => spawnSync(join(folder, 'launcher'), ['--version'], { encoding: 'utf8' });
  expect(ask()).toMatchObject({ status: 0, stdout: 'temporal-test-server, official build\n' });
  chmodSync(join(folder, 'official'), 0o644);
  expect(ask()).toMatchObject({ status: 1, stdout: '' });
});

test('becomes the server, so that killing it kills the server', async () => {
  const child = spawn(join(folder, 'launcher'), ['7233', '--enable-time-skipping']);
  const { args, pid } = JSON.parse(await firstLine(child)) as { args: string[]; pid: number };
  expect(args).toEqual(['7233', '--enable-time-skipping']);
  expect(pid).toBe(child.pid);
  const exit = exitOf(child);
  child.kill('SIGKILL');
  await exit;
});

test('ends the server when the process that started it is killed', async () => {
  const pidFile = join(folder, 'pid');
  const parent = spawn(process.execPath, [
    '-e',
    `const { spawn } = require('node:child_process');
     const child = spawn(${JSON.stringify(join(folder, 'launcher'))}, ['1'], { stdio: 'ignore' });
     require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
     console.log('started');`,
  ]);
  await firstLine(parent);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await eventually('the server is gone', () => !isRunning(pid));
});
