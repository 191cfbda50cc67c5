import { baton } from './support/baton';
import { TestProject } from './support/project';

let project: TestProject;
beforeEach(() => {
  project = new TestProject({
    'src/workflows/index.ts': "export * from './clumsy';\n",
    'src/workflows/clumsy.process.ts': `
    import { defineProcess } from 'batonflow/contract';
    import { z } from 'zod';
    export const clumsy = defineProcess({ type: 'clumsy', input: z.object({ fails: z.string() }), messages: { Go: null } });`,
    'src/workflows/clumsy.ts': `
    import { enter, timer, type InputOf } from 'batonflow/workflow';
    import { clumsy as process } from './clumsy.process';
    export async function clumsy(input: InputOf<typeof process>) {
      const { vars, wait, published, end } = enter(process, input);
      if (vars.fails === 'at once') throw new Error('there is no such drawer');
      if (vars.fails === 'later') await wait('Later', timer('PT1H'));
      else await wait('Go', published('Go'));
      if (vars.fails === 'never') return end('End');
      throw new Error('the drawer is stuck');
    }`,
  });
});
afterEach(() => project.remove());

test('code that throws what Temporal takes for a bug fails its scenario with that, and no other', async () => {
  project.write({
    'test/clumsy.scenarios.yaml': `workflow: ../src/workflows/clumsy.ts#clumsy
scenarios:
  - name: fails at once
    given: { fails: at once }
    then: { status: completed }
  - name: fails after a message
    given: { fails: after a message }
    when: [{ message: { name: Go } }]
    then: { status: completed }
  - name: fails while time passes
    given: { fails: later }
    when: [{ advance: PT2H }, { waiting: Later }]
  - name: does not fail
    given: { fails: never }
    when: [{ message: { name: Go } }]
    then: { status: completed }
`,
  });
  const { code, stdout } = await baton(['test', '--json'], { cwd: project.folder });
  const { scenarios } = JSON.parse(stdout) as {
    scenarios: readonly { name: string; failures: readonly { where: string; happened: string }[] }[];
  };
  const told = scenarios.map(({ name, failures }) => [
    name,
    failures.map(({ where, happened }) => `${where}: ${happened}`),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    'fails at once': ['idle: its code fails in the workflow: there is no such drawer'],
    'fails after a message': ['idle: its code fails in the workflow: the drawer is stuck'],
    'fails while time passes': ['idle: its code fails in the workflow: the drawer is stuck'],
    'does not fail': [],
  });
  expect(code).toBe(1);
});
