/** A project whose payloads are encrypted: `src/temporal.ts` says how. */
import { Client, Connection } from '@temporalio/client';
import { dataConverter, legible } from '../support/reversed';
import { baton, startBaton, type Running } from './support/baton';
import { approval, TestProject } from './support/project';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const queue = `codec-${Date.now()}`;
const env = { TEMPORAL_ADDRESS: address };
const codec = JSON.stringify(require.resolve('../support/reversed'));

let project: TestProject;
let worker: Running;
let connection: Connection;

beforeAll(async () => {
  project = new TestProject({
    ...approval,
    'package.json': JSON.stringify({ name: 'test-app', baton: { taskQueue: queue } }),
    'src/temporal.ts': `export { dataConverter } from ${codec};`,
  });
  connection = await Connection.connect({ address });
  worker = startBaton(['worker', project.folder], { env });
  await worker.printed(/RUNNING/);
});
afterAll(async () => {
  worker.process.kill('SIGTERM');
  expect((await worker.done).code).toBe(0);
  await connection.close();
  project.remove();
});

const run = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await baton(args, { cwd: project.folder, env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

/** What the server has of a run. */
const history = async (id: string) =>
  legible(await new Client({ connection }).workflow.getHandle(id).fetchHistory());

test('commands and the worker read and write what the others do', async () => {
  const id = `${queue}-task`;
  const task = ['--run', id, '--json'];
  await run('start', 'approval', '--input', '{"amount": 123456}', '--id', id);
  while (JSON.parse(await run('tasks', ...task)).length === 0);
  expect(JSON.parse(await run('tasks', ...task))).toMatchObject([{ input: { amount: 123456 } }]);
  await run('tasks', 'complete', id, 'Approve#1', '--result', '{"approved": true}');
  expect(await history(id)).toContain('654321');
  expect(await history(id)).not.toContain('123456');
});

test('so do messages on their way, and the runs that they start', async () => {
  const id = `${queue}-parcel`;
  await run('start', 'parcel', '--id', id);
  await run('message', 'Arrived', '--key', 'P1', '--payload', '{"at": "the secret place"}');
  await new Client({ connection, dataConverter }).workflow.getHandle(id).result();
  expect(await history(id)).toContain('ecalp terces eht');
  expect(await history(id)).not.toContain('the secret place');
});

test('a module that says something else is refused', async () => {
  project.write({ 'src/temporal.ts': 'export const dataConverter = { codec: 1 };' });
  const { code, stderr } = await baton(['tasks'], { cwd: project.folder, env });
  expect(code).toBe(1);
  expect(stderr).toContain('src/temporal.ts: dataConverter is no data converter of Temporal.');
});
