import { execFileSync } from 'node:child_process';
import { startBaton } from './support/baton';
import { untilEnded } from './support/processes';
import { diagram } from './support/diagram';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

const scenarios = (expected: string) => `diagram: ship.bpmn
stub: all
scenarios:
  - name: it is loaded
    given: { truck: 7 }
    then: { status: ${expected} }
`;

test('--watch runs again after a change, and ends with Ctrl-C, its servers with it', async () => {
  folder.write({ 'ship.bpmn': diagram('ship', 'load'), 'ship.scenarios.yaml': scenarios('failed') });
  const running = startBaton(['test', '--watch'], { cwd: folder.path() });
  await running.printed(/0 passed, 1 failed\n[^]*Watching for changes/);
  folder.write({ 'ship.scenarios.yaml': scenarios('completed') });
  await running.printed(/1 passed, 0 failed\n[^]*Watching for changes/);
  folder.write({ 'ship.scenarios.yaml': scenarios('waiting') });
  await running.printed(/1 passed, 0 failed\n[^]*Running 1 scenario/);
  const servers = childrenOf(running.process.pid ?? 0);
  running.process.kill('SIGINT');
  expect((await running.done).code).toBe(130);
  await untilEnded(...servers);
});

function childrenOf(pid: number): readonly number[] {
  const listed = execFileSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' });
  const pairs = listed.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.flatMap(([parent, child = 0]) => (parent === pid ? [child] : []));
}
