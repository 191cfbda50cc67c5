/** A project that asks for incidents, from its package.json to `baton incidents`, against a real server. */
import type { Incident } from 'batonflow/contract';
import { baton, startBaton, type Running } from './support/baton';
import { callingDiagram, diagram } from './support/diagram';
import { TestProject } from './support/project';
import { eventually } from '../support/eventually';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const env = { TEMPORAL_ADDRESS: address };

let project: TestProject;
let worker: Running;

beforeAll(async () => {
  project = new TestProject({
    'package.json': JSON.stringify({
      name: 'incident-app',
      baton: { taskQueue: `incidents-${Date.now()}`, incidents: true },
    }),
    'src/workflows/index.ts': "export * from './billing.workflow';\nexport * from './charge.workflow';\n",
    'src/workflows/billing.bpmn': callingDiagram('billing', 'charge'),
    'src/workflows/charge.bpmn': diagram('charge', 'chargeCard', 'Charge card'),
    'src/activities/index.ts': `
      export async function chargeCard({ card }: { card: string }): Promise<{ receipt: string }> {
        if (card === 'lost') throw Object.assign(new Error('no card lost'), { nonRetryable: true });
        return { receipt: card };
      }`,
  });
  expect(await run('compile')).toMatchObject({ code: 0 });
  worker = startBaton(['worker', project.folder], { env });
  await worker.printed(/RUNNING/);
});

afterAll(async () => {
  worker.process.kill('SIGTERM');
  await worker.done;
  project.remove();
});

const run = (...args: readonly string[]) => baton(args, { cwd: project.folder, env });

/** Starts a run that stops, or that calls one; gives its id. */
async function stopped(process = 'charge'): Promise<string> {
  const { stdout } = await run('start', process, '--input', '{"card": "lost"}', '--json');
  const { id } = JSON.parse(stdout) as { id: string };
  await eventually(async () => {
    const list = await run('incidents', '--run', id, '--json');
    return (JSON.parse(list.stdout) as Incident[]).length > 0;
  });
  return id;
}

test('list, show, edit, retry', async () => {
  const id = await stopped();
  const list = await run('incidents', 'list', '--run', id);
  expect(list.stdout).toMatch(/^RUN +INCIDENT +NAME +KIND +SINCE +WHY\n/);
  expect(list.stdout).toContain('Charge card  activity');
  const show = await run('incidents', 'show', id, 'Task#1');
  expect(show.stdout).toContain('Why: no card lost');
  expect(show.stdout).toContain('Variables: {"card":"lost"}');

  expect(await run('incidents', 'edit', id, 'Task#1')).toMatchObject({
    code: 2,
    stderr: 'error: Nothing to change.\n  Give --variables or --input.\n',
  });
  expect(await run('incidents', 'edit', id, 'Task#1', '--variables', '[]')).toMatchObject({ code: 2 });
  expect(await run('incidents', 'edit', id, 'Task#1', '--variables', '{"card": "visa"}')).toMatchObject({
    code: 0,
    stdout: 'Task#1 (Charge card): open\n',
  });
  expect(await run('incidents', 'retry', id, 'Task#1', '--user', 'eve')).toMatchObject({
    code: 0,
    stdout: 'Task#1 (Charge card): retried by eve\n',
  });
});

test('skip, and what is gone', async () => {
  const id = await stopped();
  const skipped = await run('incidents', 'skip', id, 'Task#1', '--result', '{"receipt": "cash"}', '--json');
  expect(JSON.parse(skipped.stdout)).toMatchObject({ id: 'Task#1', state: 'skipped' });
  const again = await run('incidents', 'fail', id, 'Task#1');
  expect(again.code).toBe(1);
  expect(again.stderr).toContain(id);
  expect((await run('incidents', '--kind', 'flow')).stderr).toContain(
    '--kind flow: it must be one of activity, call,',
  );
});

test('a run shows the incidents of those that it has called', async () => {
  const id = await stopped('billing');
  const { stdout } = await run('incidents', '--run', id, '--json');
  const [incident, ...more] = JSON.parse(stdout) as (Incident & { workflowId: string })[];
  expect(more).toEqual([]);
  expect(incident).toMatchObject({ id: 'Task#1', name: 'Charge card', process: 'charge' });
  const called = incident?.workflowId ?? '';
  expect(called).not.toBe(id);
  expect((await run('incidents', 'show', called, 'Task#7')).stderr).toContain('Open incidents: Task#1.');
  expect(await run('incidents', 'skip', called, 'Task#1', '--result', '{"receipt": "cash"}')).toMatchObject({
    code: 0,
  });
});
