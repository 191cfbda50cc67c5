/** `baton worker`, `baton start` and `baton tasks` against a real server. */
import { connect, type BatonClient } from 'batonflow/client';
import { startedRunId } from '../../src/shared/delivery';
import { eventually } from '../support/eventually';
import { baton, startBaton, type Running } from './support/baton';
import { approval, TestProject } from './support/project';

const address = process.env['BATON_TEST_ADDRESS'] ?? '';
const queue = `cli-${Date.now()}`;
const env = { TEMPORAL_ADDRESS: address };

let project: TestProject;
let worker: Running;

beforeAll(async () => {
  project = new TestProject({
    ...approval,
    'package.json': JSON.stringify({ name: 'test-app', baton: { taskQueue: queue } }),
  });
  worker = startBaton(['worker', project.folder], { env });
  await worker.printed(/RUNNING/);
});

afterAll(async () => {
  worker.process.kill('SIGTERM');
  expect((await worker.done).code).toBe(0);
  project.remove();
});

const run = (...args: readonly string[]) => baton(args, { cwd: project.folder, env });

/** Until a run is there and has entered its wait outside. */
async function isListening(client: BatonClient, id: string): Promise<void> {
  for (;;) {
    const { events } = await client.history(id).catch(() => ({ events: [] }));
    if (events?.some((event) => event.activityTaskCompletedEventAttributes)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('baton start', () => {
  test('starts a run and prints its result', async () => {
    const { code, stdout } = await run('start', 'approval', '--input', '{"amount": 5}', '--wait', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: expect.stringMatching(/^approval\//) as string,
      result: { approved: true, note: 'amount 5' },
    });
  });

  test('a workflow function without a contract can be started as well', async () => {
    expect(await run('start', 'plain', '--wait')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"plain"') as string,
    });
  });

  test('says where no worker is there to carry the run out', async () => {
    const nobody = new TestProject({
      ...approval,
      'package.json': JSON.stringify({ name: 'test-app', baton: { taskQueue: `${queue}-nobody` } }),
    });
    const { code, stderr } = await baton(['start', 'plain'], { cwd: nobody.folder, env });
    nobody.remove();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `No worker takes tasks of the task queue "${queue}-nobody": runs wait until one does (baton dev, baton worker).\n`,
    });
    expect(await run('start', 'plain')).toMatchObject({ code: 0, stderr: '' });
  });

  test('takes the input from a file', async () => {
    project.write({ 'small.json': '{"amount": 7}' });
    const { stdout } = await run('start', 'approval', '--input', '@small.json', '--wait', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ result: { note: 'amount 7' } });
  });

  test('an unknown process: what there is, and what was probably meant', async () => {
    const { code, stderr } = await run('start', 'aproval');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'error: There is no process "aproval" in src/workflows.\n' +
        '  Did you mean "approval"?\n' +
        '  It has: approval, holiday, parcel, plain.\n',
    });
  });

  test('input that is not JSON, or does not fit, is refused before anything is sent', async () => {
    const broken = await run('start', 'approval', '--input', '{"amount": 5', '--id', 'never');
    expect(broken.code).toBe(2);
    expect(broken.stderr).toContain('--input is not JSON: line 1, column 13 should be "," or "}".');
    const misfit = await run('start', 'approval', '--input', '{"amount": "five"}', '--id', 'never');
    expect(misfit.code).toBe(2);
    expect(misfit.stderr).toContain('amount: Invalid input: expected number, received string');
    const none = await run('tasks', '--run', 'never');
    expect(none.stderr).toContain('never');
    expect(none.code).toBe(1);
  });

  test('a second run with the same id fails and says so', async () => {
    const start = () =>
      run('start', 'approval', '--input', '{"amount": 500}', '--business-key', `${queue}-twice`);
    expect((await start()).code).toBe(0);
    const { code, stderr } = await start();
    expect(code).toBe(1);
    expect(stderr).toContain(`A run with the id "approval/${queue}-twice" is open already`);
  });
});

describe('baton tasks', () => {
  test('a task is listed, handed round, claimed and completed, and the process goes on', async () => {
    const id = `${queue}-task`;
    expect((await run('start', 'approval', '--input', '{"amount": 900}', '--id', id)).code).toBe(0);
    const task = async () => {
      for (;;) {
        const { code, stdout } = await run('tasks', '--run', id, '--json');
        expect(code).toBe(0);
        const [first] = JSON.parse(stdout) as { id: string; assignee?: string; state: string }[];
        if (first) return first;
      }
    };
    expect(await task()).toMatchObject({ id: 'Approve#1', state: 'open', candidateGroups: ['finance'] });
    expect((await run('tasks', 'list', '--run', id)).stdout).toMatch(
      /Approve#1 +Approve it +group finance +\{"amount":900\}/,
    );

    const assigned = await run('tasks', 'assign', id, 'Approve#1', '--user', 'eve');
    expect(assigned).toMatchObject({ code: 0, stderr: '' });
    expect(await task()).toMatchObject({ assignee: 'eve' });
    const refused = await run('tasks', 'claim', id, 'Approve#1', '--user', 'mallory');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/mallory|eve/);
    expect((await run('tasks', 'unclaim', id, 'Approve#1')).code).toBe(0);
    expect((await run('tasks', 'claim', id, 'Approve#1', '--user', 'eve')).stdout).toBe(
      'Approve#1 (Approve it): claimed by eve\n',
    );

    const complete = (result: string) =>
      run('tasks', 'complete', id, 'Approve#1', '--user', 'eve', '--result', result);
    const misfit = await complete('{"approved": "yes"}');
    expect(misfit.code).toBe(2);
    expect(misfit.stderr).toContain('approved');
    const done = await complete('{"approved": true}');
    expect(done).toMatchObject({ code: 0, stdout: 'Approve#1 (Approve it): completed by eve\n' });
    const again = await complete('{"approved": true}');
    expect(again.code).toBe(1);
  });

  test('says which user is missing', async () => {
    const { code, stderr } = await run('tasks', 'claim', 'x', 'Approve#1');
    expect(code).toBe(2);
    expect(stderr).toContain("required option '--user <name>' not specified");
  });
});

describe('baton message, baton signal', () => {
  test('reach a run, which goes on', async () => {
    const id = `${queue}-parcel`;
    expect((await run('start', 'parcel', '--id', id)).code).toBe(0);
    const signalled = await run('signal', 'Rush', '--to', id, '--payload', '{"rush": true}');
    expect(signalled).toEqual({ code: 0, stdout: `Sent signal Rush to ${id}\n`, stderr: '' });
    const other = await run('message', 'Arrived', '--to', id, '--payload', '{"at": "Rome"}', '--key', 'P2');
    expect(other.code).toBe(0);
    const sent = await run('message', 'Arrived', '--to', id, '--payload', '{"at": "Galway"}', '--key', 'P1');
    expect(sent).toEqual({ code: 0, stdout: `Sent message Arrived to ${id}\n`, stderr: '' });
    await using client = await connect({ address });
    expect(await client.result(undefined, id)).toEqual({ at: 'Galway', rush: true });
  });

  test('without --to reach whoever waits, and start processes', async () => {
    const trip = crypto.randomUUID();
    const published = await run('message', 'Booked', '--payload', '{"where": "Sligo"}', '--id', trip);
    expect(published).toEqual({ code: 0, stdout: 'Published message Booked\n', stderr: '' });
    await using client = await connect({ address });
    const id = startedRunId('holiday', { deployment: queue, name: 'Booked' }, trip);
    await isListening(client, id);
    const broadcast = await run('signal', 'Sunny', '--payload', '{"degrees": 19}');
    expect(broadcast).toEqual({ code: 0, stdout: 'Broadcast signal Sunny\n', stderr: '' });
    expect(await client.result(undefined, id)).toEqual({ where: 'Sligo', degrees: 19 });
  });

  test('without --to are checked by the contracts of the project', async () => {
    const unknown = await run('message', 'Boked');
    expect({ code: unknown.code, stderr: unknown.stderr }).toEqual({
      code: 2,
      stderr:
        'error: No process of this project takes the message "Boked".\n' +
        '  Did you mean "Booked"?\n' +
        '  They take: Arrived, Booked.\n',
    });
    const misfit = await run('signal', 'Sunny', '--payload', '{"degrees": "many"}');
    expect(misfit.code).toBe(2);
    expect(misfit.stderr).toContain('degrees: Invalid input: expected number, received string');
    project.write({ 'large.json': JSON.stringify({ where: 'x'.repeat(1_700_000) }) });
    const large = await run('message', 'Booked', '--payload', '@large.json');
    expect(large.code).toBe(1);
    expect(large.stderr).toContain('Message "Booked" is too large, nothing was sent: it has 1.6 MB');
  });

  test('a name that no contract has is sent with a warning while a contract leaves open what it takes', async () => {
    const { code, stdout, stderr } = await run('signal', 'Suny');
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'Broadcast signal Suny\n',
      stderr:
        'warning: No contract of this project has the signal "Suny"; not all say what they take: approval, parcel.\n' +
        '  Did you mean "Sunny"?\n',
    });
  });

  test('what the contract does not have is refused before it is sent', async () => {
    const id = `${queue}-picky`;
    expect((await run('start', 'parcel', '--id', id)).code).toBe(0);
    const unknown = await run('message', 'Arived', '--to', id, '--payload', '{"at": "Galway"}');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Message "Arived" is not in the contract, which has: Arrived.');
    const misfit = await run('message', 'Arrived', '--to', id, '--payload', '{"at": 5}');
    expect(misfit.code).toBe(2);
    expect(misfit.stderr).toContain('at: Invalid input: expected string, received number');
    const nobody = await run('message', 'Arrived', '--to', `${id}-other`);
    expect(nobody.code).toBe(1);
    expect(nobody.stderr).toContain(`${id}-other`);
  });

  test('says how long it is kept, and what its key is', async () => {
    expect(
      await run('message', 'Arrived', '--payload', '{"at": "noon"}', '--key', '', '--time-to-live', 'PT1S'),
    ).toMatchObject({
      code: 0,
      stdout: 'Published message Arrived with an empty key\n',
    });
    expect(await run('message', 'Arrived', '--time-to-live', 'soon')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--time-to-live soon: it must be an ISO 8601 duration') as string,
    });
  });
});

describe('a server that is not there', () => {
  const nowhere = { cwd: '', env: { TEMPORAL_ADDRESS: '127.0.0.1:1' } };

  test.each([
    ['start', 'approval', '--input', '{"amount": 5}'],
    ['tasks'],
    ['message', 'Arrived', '--to', 'some-run'],
    ['message', 'Arrived', '--payload', '{"at": "Galway"}'],
    ['worker'],
    ['dev'],
  ])('baton %s says so, and what to do', async (...args) => {
    const { code, stderr } = await baton(args, { ...nowhere, cwd: project.folder });
    expect(code).toBe(1);
    expect(stderr).toContain('No Temporal server answers at 127.0.0.1:1');
    expect(stderr).toContain('TEMPORAL_ADDRESS');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('outside a project there is nothing to start', async () => {
    const { code, stderr } = await baton(['start', 'approval'], { cwd: '/', env });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no Baton project in / or above it.');
    expect(stderr).toContain('baton init');
  });
});

describe('baton progress', () => {
  const flow = (id: string, from: string, to: string) =>
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const diagram = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
    <process id="approval" isExecutable="true">
      <startEvent id="Start"/><serviceTask id="Note"/><exclusiveGateway id="Size"/><userTask id="Approve" name="Approve it"/>
      <endEvent id="Small"/><endEvent id="Large"/>
      ${flow('F1', 'Start', 'Note')}${flow('F2', 'Note', 'Size')}${flow('F3', 'Size', 'Small')}
      ${flow('F4', 'Size', 'Approve')}${flow('F5', 'Approve', 'Large')}
    </process></definitions>`;

  test('elements and sequence flows of a run, under way and when it has ended', async () => {
    project.write({ 'src/workflows/approval.bpmn': diagram });
    const { stdout } = await run('start', 'approval', '--input', '{"amount": 5}', '--wait', '--json');
    const { id } = JSON.parse(stdout) as { id: string };
    const { code, stdout: text } = await run('progress', id);
    expect(code).toBe(0);
    expect(text).toContain(`${id}: approval, completed; src/workflows/approval.bpmn`);
    const ended = JSON.parse((await run('progress', id, '--json')).stdout) as Answer;
    expect(ended.flows.map((one) => one.id)).toEqual(['F1', 'F2', 'F3']);
    expect(ended.elements.map((one) => [one.id, one.state])).toEqual([
      ['Note', 'past'],
      ['Small', 'past'],
    ]);
    expect(await run('progress', id, '--svg', 'picture.svg')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('approval.bpmn has no layout to draw.') as string,
    });
  });

  interface Answer {
    readonly elements: readonly { readonly id: string; readonly state: string }[];
    readonly flows: readonly { readonly id: string }[];
  }

  test('of a process that was written by hand there is no diagram', async () => {
    const { stdout } = await run('start', 'plain', '--wait', '--json');
    const { id } = JSON.parse(stdout) as { id: string };
    expect(await run('progress', id)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('No diagram in src/workflows compiles to "plain".') as string,
    });
  });
});

describe('baton overview', () => {
  test('counts the runs of a process, and knows the worker', async () => {
    await run('start', 'approval', '--input', '{"amount": 5}', '--wait');
    const text = await eventually(
      () => run('overview', 'approval', '--since', 'PT1H'),
      ({ stdout }) => /^approval .*%/m.test(stdout),
    );
    expect(text).toMatchObject({ code: 0, stdout: expect.stringMatching(/^PROCESS +OPEN/m) as string });
    expect(text.stdout).toContain(`\n${queue} `);

    const { stdout } = await run('overview', 'approval', 'nothing', '--json');
    const { processes, isComplete } = JSON.parse(stdout) as { processes: unknown; isComplete: boolean };
    expect(processes).toMatchObject([{ process: 'approval' }, { process: 'nothing', open: 0 }]);
    expect(isComplete).toBe(true);
  });

  test.each(['soon', '2999-01-01', '-P7D'])('--since %s is refused', async (since) => {
    expect(await run('overview', `--since=${since}`)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('it must be a time that has passed') as string,
    });
  });
});
