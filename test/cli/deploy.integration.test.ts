/** `baton deploy` against a real server. */
import { rmSync } from 'node:fs';
import { connect } from 'batonflow/client';
import { baton } from './support/baton';
import { TestProject } from './support/project';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const taskQueue = `cli-deploy-${crypto.randomUUID()}`;

const diagram = (id: string, timer: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="http://example.com">
  <process id="${id}" isExecutable="true">
    <startEvent id="Start" name="Every now and then">
      <outgoing>F</outgoing><timerEventDefinition><timeCycle>${timer}</timeCycle></timerEventDefinition>
    </startEvent>
    <endEvent id="End"><incoming>F</incoming></endEvent>
    <sequenceFlow id="F" sourceRef="Start" targetRef="End"/>
  </process>
</definitions>`;

let project: TestProject;
beforeAll(async () => {
  project = new TestProject({
    'package.json': JSON.stringify({ name: 'test-app', baton: { taskQueue } }),
    'src/workflows/report.bpmn': diagram('report', '0 0 7 ? * 2-6'),
    'src/workflows/clean-up.bpmn': diagram('cleanUp', 'R/PT1H'),
  });
  await compiled();
});
afterAll(async () => {
  await using client = await connect({ address, taskQueue });
  for (const type of ['report', 'cleanUp'])
    await client.schedules
      .get(`${taskQueue}/${type}/Start`)
      .delete()
      .catch(() => undefined);
  project.remove();
});

const run = (...args: readonly string[]) =>
  baton(args, { cwd: project.folder, env: { TEMPORAL_ADDRESS: address } });
const compiled = async () => expect(await run('compile')).toMatchObject({ code: 0 });

test('a plan changes nothing', async () => {
  const { code, stdout } = await run('deploy', '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^created {2}cleanUp\/Start: R\/PT1H, next \d{4}-/m);
  expect(stdout).toMatch(/^created {2}report\/Start: 0 0 7 \? \* MON-FRI, next .*T07:00:00Z$/m);
  expect(stdout).toContain('2 schedules: to be 2 created. Nothing was changed.');
  expect((await run('deploy', '--dry-run')).stdout).toContain('to be 2 created');
});

test('creates the schedules, and does it once', async () => {
  expect((await run('deploy')).stdout).toContain('2 schedules: 2 created.');
  const { stdout } = await run('deploy', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    dryRun: false,
    schedules: [
      { id: `${taskQueue}/cleanUp/Start`, process: 'cleanUp', outcome: 'unchanged', paused: false },
      { id: `${taskQueue}/report/Start`, startEvent: 'Start', timer: '0 0 7 ? * MON-FRI' },
    ],
  });
});

test('refuses what is not compiled as it is drawn', async () => {
  project.write({ 'src/workflows/report.bpmn': diagram('report', '0 0 8 ? * 2-6') });
  const { code, stderr } = await run('deploy');
  expect(code).toBe(1);
  expect(stderr).toContain('Not what the diagrams say: src/workflows/report.process.ts');
  expect(stderr).toContain('Run `baton compile` first. No schedule was changed.');
  await compiled();
  expect((await run('deploy', 'src/workflows/report.bpmn')).stdout).toContain('1 schedule: 1 updated.');
});

test('removes the schedules of what the project has no more', async () => {
  for (const ending of ['bpmn', 'process.ts', 'workflow.ts'])
    rmSync(project.path('src/workflows', `clean-up.${ending}`));
  expect((await run('deploy', 'src/workflows')).stdout).toContain('1 schedule: 1 unchanged.');
  const { stdout } = await run('deploy');
  expect(stdout).toContain('removed    cleanUp/Start: R/PT1H');
  expect(stdout).toContain('2 schedules: 1 unchanged, 1 removed.');
});
