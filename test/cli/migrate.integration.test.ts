/** `baton migrate report`, as a user runs it. No server needed, but the built command. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { baton } from './support/baton';
import { BROKEN, diagram } from './support/diagram';
import { TestProject } from './support/project';

let project: TestProject;
beforeEach(() => {
  project = new TestProject({
    'old/fine.bpmn': diagram('fine', 'doIt'),
    'old/deep/broken.bpmn': BROKEN,
  });
});
afterEach(() => project.remove());

const run = (...args: readonly string[]) => baton(['migrate', 'report', ...args], { cwd: project.folder });

test('says per diagram what becomes of it, and the totals; changes nothing', async () => {
  const before = readdirSync(project.folder, { recursive: true });
  const { code, stdout, stderr } = await run('old');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^old\/fine\.bpmn \(.+\): compiles as it is$/m);
  expect(stdout).toMatch(/→ activity doIt +service task .+, line \d+$/m);
  expect(stdout).toMatch(/^old\/deep\/broken\.bpmn \(.+\): refused, with \d+ errors?$/m);
  expect(stdout).toMatch(/^2 diagrams: 1 compile, 1 refused\.$/m);
  expect(readdirSync(project.folder, { recursive: true })).toEqual(before);
});

test('--json prints the same as data', async () => {
  const { code, stdout } = await run('--json', 'old');
  expect(code).toBe(0);
  const { totals, diagrams } = JSON.parse(stdout) as {
    totals: object;
    diagrams: { file: string; outcome: string }[];
  };
  expect(totals).toMatchObject({
    diagrams: 2,
    compile: 1,
    refused: 1,
    activities: [{ name: 'doIt', calls: 2 }],
  });
  expect(diagrams.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['old/deep/broken.bpmn', 'refused'],
    ['old/fine.bpmn', 'compiles'],
  ]);
});

test('--out writes the report in Markdown, and the totals to the terminal', async () => {
  const { code, stdout } = await run('--out', 'reports/migration.md', 'old');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: '2 diagrams: 1 compile, 1 refused. The report is in reports/migration.md.\n',
  });
  const page = readFileSync(project.path('reports/migration.md'), 'utf8');
  expect(page).toContain('# Migration report\n');
  expect(page).toContain('| `doIt` | 2 |');
  expect(page).toContain('## old/deep/broken.bpmn\n');
});

test('a folder without diagrams, or none at all, is wrong usage', async () => {
  expect(await run('nowhere', '--out', 'report.md')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nowhere'),
  });
  expect(existsSync(project.path('report.md'))).toBe(false);
});
