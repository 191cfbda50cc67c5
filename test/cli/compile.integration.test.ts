/** `baton compile` and `baton lint`, as a user runs them. No server needed, but the built command. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { baton, startBaton } from './support/baton';
import { BROKEN, callingDiagram, diagram } from './support/diagram';
import { TestProject } from './support/project';

/** Two branches that merge without a join. */
const CROSSING = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.com">
  <process id="one" isExecutable="true">
    <startEvent id="Start"/><parallelGateway id="Fork"/><task id="A"/><task id="Both" name="Both"/><endEvent id="End"/>
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Fork"/>
    <sequenceFlow id="F2" sourceRef="Fork" targetRef="A"/>
    <sequenceFlow id="F3" sourceRef="A" targetRef="Both"/>
    <sequenceFlow id="F4" sourceRef="Fork" targetRef="Both"/>
    <sequenceFlow id="F5" sourceRef="Both" targetRef="End"/>
  </process>
</definitions>`;

let project: TestProject;

beforeEach(() => {
  project = new TestProject({
    'src/workflows/one.bpmn': diagram('one', 'doIt'),
    'src/workflows/one.schema.ts':
      "import { z } from 'zod';\nexport const Variables = z.object({ id: z.string() });\n",
    'src/workflows/deep/two.bpmn': diagram('two', 'doIt'),
    'src/workflows/index.ts': "export * from './one.workflow';\nexport * from './deep/two.workflow';\n",
    'src/activities/contracts.ts':
      "import { activityContract } from 'batonflow/contract';\nexport const doIt = activityContract('doIt', {});\n",
  });
});
afterEach(() => project.remove());

const run = (...args: readonly string[]) => baton(args, { cwd: project.folder });
const text = (file: string) => readFileSync(project.path(file), 'utf8');
const OUTPUTS = [
  'src/workflows/deep/two.process.ts',
  'src/workflows/deep/two.workflow.ts',
  'src/workflows/one.process.ts',
  'src/workflows/one.workflow.ts',
];
const outputs = () => OUTPUTS.filter((file) => existsSync(project.path(file)));

describe('baton compile', () => {
  test('compiles all diagrams of the project, by default from any folder in it', async () => {
    const { code, stdout, stderr } = await baton(['compile'], { cwd: project.path('src/activities') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const file of OUTPUTS) expect(stdout).toContain(`written ${project.path(file)}\n`);
    expect(stdout).toContain('2 diagrams, no problems.');
    expect(text('src/workflows/one.process.ts')).toContain("from './one.schema'");
    expect(text('src/workflows/one.workflow.ts')).toContain("from '../activities/contracts'");
    expect(text('src/workflows/deep/two.workflow.ts')).toContain("from '../../activities/contracts'");
  });

  test('--explain tells which parts have no nested form, and why', async () => {
    const plain = await run('compile', '--explain');
    expect(plain.stdout).toContain('one.bpmn one: everything nests.');
    project.write({ 'src/workflows/one.bpmn': CROSSING });
    const { stdout } = await run('compile', '--explain');
    expect(stdout).toMatch(
      /one\.bpmn:\d+:\d+ Branches that begin at the parallel gateway Fork merge without a join, so task "Both" begins a function of its own\./,
    );
  });

  describe('calls of other processes', () => {
    test('import the contract, of another diagram or one that was written by hand', async () => {
      project.write({
        'src/workflows/caller.bpmn': callingDiagram('caller', 'two'),
        'src/workflows/deep/other.bpmn': callingDiagram('other', 'byHand'),
        'src/workflows/by-hand.process.ts':
          "import { defineProcess } from 'batonflow/contract';\nexport const hand = defineProcess({ type: 'byHand' });\n",
      });
      const { code, stderr } = await run('compile', '--scaffold');
      expect(code).toBe(0);
      expect(stderr).not.toContain('unknown');
      expect(text('src/workflows/caller.workflow.ts')).toContain("import { two } from './deep/two.process';");
      expect(text('src/workflows/deep/other.workflow.ts')).toContain(
        "import { hand } from '../by-hand.process';",
      );
      expect(text('src/activities/contracts.ts')).not.toContain('byHand');
    });

    test('of a process that is not there are mentioned, with what may have been meant', async () => {
      project.write({ 'src/workflows/caller.bpmn': callingDiagram('caller', 'tow') });
      const { code, stderr } = await run('compile');
      expect(code).toBe(0);
      expect(stderr).toContain('process-unknown');
      expect(stderr).toContain('Did you mean "two"?');
    });
  });

  test('two diagrams with the same process are refused, for a project exports one of them', async () => {
    project.write({ 'src/workflows/again.bpmn': diagram('two', 'doIt') });
    const { code, stderr } = await run('compile');
    expect(code).toBe(1);
    expect(stderr).toContain('src/workflows/again.bpmn error type-taken');
    expect(stderr).toContain('src/workflows/deep/two.bpmn error type-taken');
    expect(outputs()).toEqual([]);
  });

  test('a second time changes nothing', async () => {
    await run('compile');
    const before = OUTPUTS.map(text);
    const { code, stdout } = await run('compile');
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 diagrams, no problems, 4 files up to date.\n' });
    expect(OUTPUTS.map(text)).toEqual(before);
  });

  test('compiles just the files and folders that are named', async () => {
    expect((await run('compile', 'src/workflows/deep')).code).toBe(0);
    expect(outputs()).toEqual(OUTPUTS.slice(0, 2));
  });

  test('--check: says which files are stale or missing, and writes nothing', async () => {
    await run('compile');
    expect(await run('compile', '--check')).toMatchObject({ code: 0 });
    project.write({ 'src/workflows/deep/two.bpmn': diagram('two', 'doIt', 'Do something else') });
    rmSync(project.path('src/workflows/one.process.ts'));
    const { code, stderr } = await run('compile', '--check');
    expect(code).toBe(1);
    expect(stderr).toContain('src/workflows/deep/two.workflow.ts');
    expect(stderr).toContain('src/workflows/one.process.ts');
    expect(stderr).toContain('Run `baton compile`');
    expect(stderr).not.toContain('one.workflow.ts');
    expect(outputs()).not.toContain('src/workflows/one.process.ts');
  });

  test('one diagram with an error: nothing at all is written, and the problem is shown with its place', async () => {
    project.write({ 'src/workflows/broken.bpmn': BROKEN });
    const { code, stderr, stdout } = await run('compile');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/src\/workflows\/broken\.bpmn:11:5 error element-unknown/);
    expect(stderr).toContain('> 11 |');
    expect(stderr).toContain('Hint: ');
    expect(stderr).toContain('error: 3 diagrams, 1 error; nothing was written.');
    expect(outputs()).toEqual([]);
  });

  test('a file that cannot be written: nothing is, and the message says which', async () => {
    mkdirSync(project.path('src/workflows/one.workflow.ts'));
    const { code, stderr } = await run('compile');
    expect(code).toBe(1);
    expect(stderr).toContain('one.workflow.ts cannot be written: it is a folder.');
    expect(readdirSync(project.path('src/workflows/deep'))).toEqual(['two.bpmn']);
  });

  test('a schema that cannot be used is an error on the schema', async () => {
    project.write({ 'src/workflows/one.schema.ts': 'export const variables = 1;' });
    const { code, stderr } = await run('compile');
    expect(code).toBe(1);
    expect(stderr).toContain('src/workflows/one.schema.ts error schema-unusable');
    expect(stderr).toContain('it does not export Variables');
    expect(outputs()).toEqual([]);
  });

  test('beside a diagram it may say that its failures are incidents, and which', async () => {
    project.write({ 'src/workflows/one.schema.ts': "export const incidents = ['activity', 'call'];" });
    expect(await run('compile')).toMatchObject({ code: 0 });
    const contract = readFileSync(project.path('src/workflows/one.process.ts'), 'utf8');
    expect(contract).toContain("incidents: ['activity', 'call'],");
    expect(contract).not.toContain('Variables');
    project.write({ 'src/workflows/one.schema.ts': "export const incidents = ['activities'];" });
    const { code, stderr } = await run('compile');
    expect(code).toBe(1);
    expect(stderr).toContain('incidents is not true, false, or a list of kinds (activity, call,');
  });

  test('activities that do not load only cost the check of their names', async () => {
    project.write({ 'src/activities/contracts.ts': "throw new Error('no database here');" });
    const { code, stderr } = await run('compile');
    expect(code).toBe(0);
    expect(stderr).toContain('warning activities-unusable');
    expect(stderr).toContain('no database here');
    expect(stderr.match(/activities-unusable/g)).toHaveLength(2);
    expect(outputs()).toEqual(OUTPUTS);
  });

  test('an activity that does not exist is a warning with what was probably meant', async () => {
    project.write({ 'src/workflows/one.bpmn': diagram('one', 'doItt') });
    const { code, stderr } = await run('compile');
    expect(code).toBe(0);
    expect(stderr).toContain('Did you mean "doIt"?');
  });

  test('a process that the index does not export is a warning with the line to add', async () => {
    project.write({ 'src/workflows/index.ts': "export * from './one.workflow';\n" });
    const { code, stderr } = await run('compile');
    expect(code).toBe(0);
    expect(stderr).toContain('two is not exported by src/workflows/index.ts.');
    expect(stderr).toContain("export * from './deep/two.workflow'");
  });

  test('--json prints diagnostics and files, and nothing else', async () => {
    const { code, stdout, stderr } = await run('compile', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      errors: 0,
      diagnostics: [],
      diagrams: [{ file: 'src/workflows/deep/two.bpmn' }, { file: 'src/workflows/one.bpmn' }],
      files: OUTPUTS.map((file) => ({ file, state: 'written' })),
    });
  });

  test('--scaffold adds what is missing, so that the project compiles, and changes nothing that is there', async () => {
    project.write({
      'src/workflows/one.bpmn': diagram('one', 'chargeCard', 'Charge card'),
      'src/activities/index.ts': '/** All activities. */\n',
    });
    const before = text('src/activities/contracts.ts');
    const { code, stdout, stderr } = await run('compile', '--scaffold');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('written src/activities/contracts.ts');
    expect(text('src/activities/contracts.ts').startsWith(`import { z } from 'zod';\n\n${before}`)).toBe(
      true,
    );
    expect(text('src/activities/contracts.ts')).toContain(
      "export const chargeCard = activityContract('chargeCard', {",
    );
    expect(text('src/activities/contracts.ts')).toContain('"Charge card" in one.bpmn');
    expect(text('src/activities/charge-card.ts')).toContain('defineActivity(contracts.chargeCard');
    expect(text('src/activities/index.ts')).toBe(
      "/** All activities. */\nexport { chargeCard } from './charge-card';\n",
    );
    const again = await run('compile', '--scaffold');
    expect(again.stdout).toBe('2 diagrams, no problems, 4 files up to date.\n');
  });

  test('--scaffold exports workflows that the worker would not know', async () => {
    project.write({ 'src/workflows/index.ts': "export * from './one.workflow';\n" });
    const { stdout, stderr } = await run('compile', '--scaffold');
    expect(stderr).not.toContain('not-exported');
    expect(stdout).toContain('written src/workflows/index.ts');
    expect(text('src/workflows/index.ts')).toBe(
      "export * from './one.workflow';\nexport * from './deep/two.workflow';\n",
    );
  });

  test('--scaffold does not tell of what it would add, beside errors that keep it from it', async () => {
    project.write({
      'src/workflows/one.bpmn': diagram('one', 'chargeCard').replace('<endEvent', '<endEvent dataStore="x"'),
    });
    const { code, stderr } = await run('compile', '--scaffold');
    expect(code).toBe(1);
    expect(stderr).not.toContain('activity-unknown');
    expect((await run('compile')).stderr).toContain('activity-unknown');
  });

  test('--scaffold adds nothing where it cannot know what is missing', async () => {
    project.write({ 'src/activities/contracts.ts': "throw new Error('no database here');" });
    expect((await run('compile', '--scaffold')).code).toBe(0);
    expect(text('src/activities/contracts.ts')).toBe("throw new Error('no database here');");
    expect(readdirSync(project.path('src/activities'))).toEqual(['contracts.ts']);
  });

  test('--scaffold makes the activities of a project that has none, and tsc is content', async () => {
    project.remove();
    project = new TestProject({
      'workflows/one.bpmn': diagram('one', 'chargeCard'),
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          target: 'es2022',
          types: [],
        },
      }),
    });
    expect((await run('compile', '--scaffold')).code).toBe(0);
    expect(readdirSync(project.path('activities')).sort()).toEqual([
      'charge-card.ts',
      'contracts.ts',
      'index.ts',
    ]);
    const tsc = require.resolve('typescript/lib/tsc.js');
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', '.'], {
      cwd: project.folder,
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  test('--watch compiles again after a change, also after an error', async () => {
    const running = startBaton(['compile', '--watch'], { cwd: project.folder });
    await running.printed(/2 diagrams, no problems[\s\S]*Watching/);
    project.write({ 'src/workflows/one.bpmn': diagram('one', 'doIt').replace('</process>', '') });
    await running.printed(/error xml-invalid[\s\S]*nothing was written[\s\S]*Watching/);
    project.write({ 'src/workflows/one.bpmn': diagram('one', 'doIt', 'Renamed') });
    await running.printed(/xml-invalid[\s\S]*written src\/workflows\/one\.workflow\.ts/);
    running.process.kill('SIGINT');
    expect((await running.done).code).toBe(0);
  });

  test.each([
    [['compile', 'nowhere.bpmn'], 'nowhere.bpmn does not exist.'],
    [['compile', 'src/activities'], 'There are no diagrams (*.bpmn) in src/activities.'],
    [['compile', '--check', '--scaffold'], "option '--scaffold' cannot be used with option '--check'"],
    [['compile', '--check', '--watch'], "option '--watch' cannot be used with option '--check'"],
  ])('wrong usage: baton %j', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('baton lint', () => {
  test('says what is wrong and writes nothing', async () => {
    expect(await run('lint')).toEqual({ code: 0, stdout: '2 diagrams, no problems.\n', stderr: '' });
    project.write({ 'src/workflows/broken.bpmn': BROKEN });
    const { code, stderr } = await run('lint', 'src/workflows/broken.bpmn');
    expect(code).toBe(1);
    expect(stderr).toContain('element-unknown');
    expect(stderr).toContain('error: 1 diagram, 1 error.');
    expect(outputs()).toEqual([]);
  });

  test('--sarif prints a SARIF log', async () => {
    project.write({ 'src/workflows/broken.bpmn': BROKEN });
    const { stdout } = await run('lint', '--sarif');
    expect(JSON.parse(stdout)).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'element-unknown', level: 'error' }] }],
    });
  });

  test('works on a diagram outside any project', async () => {
    project.remove();
    project = new TestProject({ 'loose.bpmn': diagram('loose', 'doIt') });
    expect((await run('lint', 'loose.bpmn')).code).toBe(0);
    expect((await run('lint')).stderr).toContain('There is no Baton project in');
  });
});
