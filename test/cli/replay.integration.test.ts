/** `baton replay` against a real server. */
import { connect } from 'batonflow/client';
import { eventually } from '../support/eventually';
import { baton, startBaton } from './support/baton';
import { approval, TestProject } from './support/project';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const queue = `replay-${Date.now()}`;
const env = { TEMPORAL_ADDRESS: address };
const id = `${queue}-run`;
const changed = approval['src/workflows/approval.ts'].replace(
  "await userTask('Approve'",
  "(await task('Note', activities.note, vars), await userTask('Approve'",
);

let project: TestProject;

beforeAll(async () => {
  project = new TestProject({
    ...approval,
    'package.json': JSON.stringify({ name: 'test-app', baton: { taskQueue: queue } }),
  });
  const worker = startBaton(['worker', project.folder], { env });
  await worker.printed(/RUNNING/);
  await using client = await connect({ address, taskQueue: queue });
  const run = await client.start('approval', { amount: 900 }, { id });
  await eventually(async () => (await run.tasks()).length > 0);
  worker.process.kill('SIGTERM');
  await worker.done;
});
afterAll(async () => {
  await using client = await connect({ address });
  await client.terminate(id);
  project.remove();
});

const replay = (...args: readonly string[]) => baton(['replay', ...args], { cwd: project.folder, env });

test('open runs that the code can go on with', async () => {
  const { code, stdout, stderr } = await eventually(replay, (outcome) => outcome.stdout.includes(id));
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: `ok       ${id}\n1 run of 1 process: 1 ok, 0 differ.\n`,
    stderr: '',
  });
  expect(await replay('--process', 'parcel')).toMatchObject({ code: 0, stdout: 'There are no such runs.\n' });
});

test('runs that it could not go on with', async () => {
  project.write({ 'src/workflows/approval.ts': changed.replace('vars.amount } });', 'vars.amount } }));') });
  const { code, stdout, stderr } = await replay();
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`^differs  ${id}\\n  .*Nondeterminism.*\\n`, 'i'));
  expect(stdout).toContain('1 run of 1 process: 0 ok, 1 differs.');
  expect(stderr).toContain('error: This code could not go on with 1 of 1 runs.\n  docs/production.md');

  const listed = await replay('--process', 'approval', '--json');
  expect(listed.code).toBe(1);
  const error = expect.stringContaining('TMPRL1100') as string;
  expect(JSON.parse(listed.stdout)).toEqual([{ workflowId: id, type: 'approval', error }]);
});

test('a limit that is none is refused', async () => {
  expect((await replay('--limit', '0')).code).toBe(2);
});
