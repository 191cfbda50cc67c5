/** `baton dev`: one command for everything, and nothing left behind whatever happens. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { baton, startBaton, type Outcome } from './support/baton';
import { BROKEN, diagram } from './support/diagram';
import { isRunning, untilEnded } from './support/processes';
import { approval, TestProject } from './support/project';

const START = `
  import { connect } from 'batonflow/client';
  import { approval } from '../workflows/approval.process';
  async function main() {
    const client = await connect();
    const earlier = [];
    for await (const run of client.list({ process: approval })) earlier.push(run.id);
    console.log('earlier:', earlier.join());
    const run = await client.start(approval, { amount: 5 });
    console.log('result:', JSON.stringify(await run.result()), run.id, run.uiUrl);
    await client.close();
  }
  main().catch((error) => { console.error(error); process.exitCode = 1; });`;

let project: TestProject;

beforeEach(() => {
  project = new TestProject({ ...approval, 'src/client/start.ts': START });
});
afterEach(() => project.remove());

const options = () => ({ cwd: project.folder });
const once = ['dev', '--run', 'src/client/start.ts', '--once'];

/** Process ids of the worker and the server, as they were while it ran. */
function pidsOf(output: string): { worker: number } {
  const [, worker] = [...output.matchAll(/worker, process (\d+)/g)].at(-1) ?? [];
  return { worker: Number(worker) };
}

function serverPid(): number {
  return (JSON.parse(readFileSync(project.path('.baton/temporal.db.server.json'), 'utf8')) as { pid: number })
    .pid;
}

function expectSuccess({ code, stdout, stderr }: Outcome): void {
  if (code !== 0) throw new Error(`exit code ${code}\n${stdout}\n${stderr}`);
}

test('--once ends after the script, and the next start still has the earlier runs', async () => {
  const first = await baton(once, options());
  expectSuccess(first);
  const [, run = '', url = ''] =
    /result: \{"approved":true,"note":"amount 5"\} (\S+) (\S+)/.exec(first.stdout) ?? [];
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/namespaces\/default\/workflows\//);
  expect(isRunning(pidsOf(first.stdout).worker)).toBe(false);
  expect(existsSync(project.path('.baton/temporal.db.server.json'))).toBe(false);

  const second = await baton(once, options());
  expectSuccess(second);
  expect(second.stdout).toContain(`earlier: ${run}\n`);
});

test('chooses other ports when the usual ones are taken', async () => {
  const squatter = createServer().on('error', () => undefined);
  // Where another program has it already, that is as good.
  await new Promise<void>((resolve) =>
    squatter.on('error', () => resolve()).listen(7233, '127.0.0.1', resolve),
  );
  const outcome = await baton(once, options());
  squatter.close();
  expectSuccess(outcome);
  expect(outcome.stdout).toMatch(/Temporal server at 127\.0\.0\.1:(?!7233)\d+/);
});

test('a failing script fails --once, and everything is stopped', async () => {
  project.write({ 'src/client/start.ts': 'console.log("about to fail"); process.exit(3);' });
  const { code, stdout, stderr } = await baton(once, options());
  expect(code).toBe(1);
  expect(stdout).toContain('about to fail');
  expect(stderr).toContain('error: src/client/start.ts failed; what it said is above.');
  await untilEnded(pidsOf(stdout).worker);
  expect(existsSync(project.path('.baton/temporal.db.server.json'))).toBe(false);
});

test('a worker that cannot run fails --once instead of letting the script wait', async () => {
  project.write({
    'src/workflows/approval.ts':
      "import { readFileSync } from 'node:fs';\nexport const approval = async () => readFileSync('x');",
  });
  const { code, stderr } = await baton(once, options());
  expect(code).toBe(1);
  expect(stderr).toContain('Workflow code must not reach fs');
  expect(stderr).toContain('error: The worker could not go on; what it said is above.');
  expect(existsSync(project.path('.baton/temporal.db.server.json'))).toBe(false);
});

test('serves until it is told to stop: restarts a killed worker, and the worker after a change of code', async () => {
  const running = startBaton(['dev'], options());
  await running.printed(/Worker ready/);
  process.kill(pidsOf(running.output()).worker, 'SIGKILL');
  await running.printed(/The worker was ended \(SIGKILL\); starting it again/);
  await running.printed(/Worker ready[\s\S]*Worker ready/);

  const code = approval['src/activities/index.ts'].replace("'amount '", "'changed '");
  project.write({ 'src/activities/index.ts': code });
  await running.printed(/Changed: src\/activities\/index\.ts/);
  await running.printed(/Worker ready[\s\S]*Worker ready[\s\S]*Worker ready/);
  const started = await baton(['start', 'approval', '--input', '{"amount": 5}', '--wait'], options());
  expect(started.stdout).toContain('"note": "changed 5"');

  const pids = [pidsOf(running.output()).worker, serverPid()];
  running.process.kill('SIGINT');
  expect((await running.done).code).toBe(0);
  await untilEnded(...pids);
});

test('follows changes of diagrams; one with an error changes nothing', async () => {
  project.write({
    'src/workflows/noted.bpmn': diagram('noted', 'note'),
    'src/workflows/index.ts': "export * from './noted.workflow';\n",
  });
  const running = startBaton(['dev'], options());
  await running.printed(/Compiled 1 diagram, no problems[\s\S]*Wrote src\/workflows\/noted\.workflow\.ts/);
  await running.printed(/Worker ready/);

  project.write({ 'src/workflows/noted.bpmn': BROKEN });
  await running.printed(/error element-unknown[\s\S]*The worker goes on with what it has/);
  expect(readFileSync(project.path('src/workflows/noted.workflow.ts'), 'utf8')).toContain('// Do it');

  project.write({ 'src/workflows/noted.bpmn': diagram('noted', 'note', 'Take note') });
  await running.printed(/goes on[\s\S]*Wrote src\/workflows\/noted\.workflow\.ts[\s\S]*Worker ready/);
  expect(readFileSync(project.path('src/workflows/noted.workflow.ts'), 'utf8')).toContain('// Take note');
  // Its own output is no change.
  expect(running.output().match(/Changed: /g)).toHaveLength(2);
  running.process.kill('SIGINT');
  expect((await running.done).code).toBe(0);
});

test('a diagram with an error: nothing is started', async () => {
  project.write({ 'src/workflows/broken.bpmn': BROKEN });
  const { code, stdout, stderr } = await baton(once, options());
  expect(code).toBe(1);
  expect(stderr).toContain('error element-unknown');
  expect(stderr).toContain('error: The diagrams have errors; nothing was started.');
  expect(stdout).not.toContain('server');
  expect(existsSync(project.path('.baton'))).toBe(false);
});

test('worker and server end with it when it is killed', async () => {
  const running = startBaton(['dev'], options());
  await running.printed(/Worker ready/);
  const pids = [pidsOf(running.output()).worker, serverPid()];
  running.process.kill('SIGKILL');
  await running.done;
  await untilEnded(...pids);
});

test('--once that is stopped before the script is done has failed', async () => {
  project.write({ 'src/client/start.ts': 'console.log("begun"); setTimeout(() => undefined, 600_000);' });
  const running = startBaton(once, options());
  await running.printed(/begun/);
  running.process.kill('SIGTERM');
  const { code, stderr } = await running.done;
  expect(code).toBe(1);
  expect(stderr).toContain('error: Stopped before the script was done.');
  expect(existsSync(project.path('.baton/temporal.db.server.json'))).toBe(false);
});

test('a server that goes away while it is in use is an error for all, and the worker is stopped', async () => {
  const running = startBaton(['dev'], options());
  await running.printed(/Worker ready/);
  const waiting = startBaton(['start', 'approval', '--input', '{"amount": 500}', '--wait'], options());
  await waiting.printed(/Started approval/);
  process.kill(serverPid(), 'SIGKILL');
  const waited = await waiting.done;
  expect(waited.code).toBe(1);
  expect(waited.stderr).toMatch(/error: No Temporal server answers at 127\.0\.0\.1:\d+/);
  const { code, stderr } = await running.done;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /error: The Temporal dev server at 127\.0\.0\.1:\d+ was ended by SIGKILL while it was in use/,
  );
  expect(stderr).toContain('Start it again');
  await untilEnded(pidsOf(running.output()).worker);
});

test('a folder that cannot be written to', async () => {
  project.write({ '.baton': 'a file, not a folder' });
  const { code, stderr } = await baton(once, options());
  expect(code).toBe(1);
  expect(stderr).toContain(
    `${project.path('.baton')} cannot be written: part of the path is a file, not a folder.`,
  );
  expect(stderr).toContain('Make the folder writable');
  expect(readdirSync(project.folder)).toContain('.baton');
});

test('no Temporal server to be had: the error lists the ways to get one', async () => {
  const { code, stderr } = await baton(once, {
    ...options(),
    env: { BATON_TEMPORAL_CLI: project.path('no-such-program') },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('BATON_TEMPORAL_CLI');
  expect(stderr).not.toMatch(/^\s+at /m);
});

test.each([
  [['dev', '--once'], '--once needs --run <script>.'],
  [['dev', '--run', 'src/client/none.ts'], 'none.ts does not exist.'],
  [['dev', 'no/such/folder'], 'no/such/folder is not a folder.'],
  [['dev', 'src/client'], 'There is no Baton project in'],
])('wrong usage: baton %j', async (args, message) => {
  const { code, stderr } = await baton(args, options());
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(existsSync(project.path('.baton'))).toBe(false);
});
