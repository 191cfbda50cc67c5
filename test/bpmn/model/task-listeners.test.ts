import { compile } from '../../../src/bpmn/compile';
import { around, read } from '../diagram';

function userTask(listeners: string): string {
  return around(
    `<userTask id="A" name="Decide"><extensionElements>${listeners}</extensionElements></userTask>`,
  );
}

const script = (text: string, { event = 'create', format = 'javascript' } = {}) =>
  `<camunda:taskListener event="${event}"><camunda:script scriptFormat="${format}">${text}</camunda:script></camunda:taskListener>`;

const listenersIn = (xml: string) => {
  const { model, problems } = read(xml);
  if (!model) throw new Error(problems.join(', '));
  const task = model.processes[0]?.nodes.find(({ id }) => id === 'A');
  return task?.kind === 'userTask' ? task.listeners : undefined;
};

/** What is written for the listeners. */
async function code(listeners: string): Promise<string> {
  const { files, diagnostics } = await compile({ file: 'x.bpmn', xml: userTask(listeners) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files[1]!.content;
}

test.each([
  ['class', 'class="com.acme.Audit"', { implementation: 'com.acme.Audit' }],
  ['delegate', 'delegateExpression="${audit}"', { implementation: 'audit' }],
  ['method', 'expression="${audit.log(task)}"', { implementation: 'audit.log' }],
  ['expression', 'expression="${task.setAssignee(boss)}"', { expression: { language: 'juel' } }],
])('given by %s', (_, what, action) => {
  expect(listenersIn(userTask(`<camunda:taskListener event="assignment" ${what}/>`))).toMatchObject([
    { event: 'assignment', named: 'assignment', action },
  ]);
});

test("Zeebe's have other names for the events, and give no variables", () => {
  const listeners = ['creating', 'assigning', 'updating', 'completing', 'canceling']
    .map((event) => `<zeebe:taskListener eventType="${event}" type="audit" retries="5"/>`)
    .join('');
  const found = listenersIn(userTask(`<zeebe:taskListeners>${listeners}</zeebe:taskListeners>`));
  expect(found?.map(({ event }) => event)).toEqual(['create', 'assignment', 'update', 'complete', 'delete']);
  expect(found?.[0]).toMatchObject({ named: 'creating', retries: 5, givesVariables: false });
});

test('a timeout has its time', () => {
  const timeout =
    '<camunda:taskListener event="timeout" id="T" class="x.Remind"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></camunda:taskListener>';
  expect(listenersIn(userTask(timeout))).toMatchObject([
    { event: 'timeout', at: { language: 'literal', text: 'PT1H' } },
  ]);
});

test.each([
  ['an event that there is not', '<camunda:taskListener event="all" class="x.Y"/>', 'its event "all"'],
  ['a timeout without a time', '<camunda:taskListener event="timeout" class="x.Y"/>', 'does not say when'],
  ['no code', '<camunda:taskListener event="create"/>', 'names no code'],
  [
    'a script in another language that changes the task',
    script('task.assignee = 1', { format: 'groovy' }),
    'in a language that Baton does not run',
  ],
])('refused: %s', (_, listener, reason) => {
  expect(read(userTask(listener)).diagnostics).toMatchObject([
    { code: 'listener-not-supported', element: 'A', message: expect.stringContaining(reason) },
  ]);
});

test('refused: a script that changes the task and leads out of the workflow', async () => {
  const xml = userTask(script('task.setAssignee(java.lang.System.getenv("BOSS"))'));
  const { diagnostics } = await compile({ file: 'x.bpmn', xml });
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      code: 'listener-not-supported',
      message: expect.stringContaining('"java" is Java') as string,
    }),
  );
});

describe('code', () => {
  test.each([
    [
      '<camunda:taskListener event="create" expression="${task.setAssignee(boss)}"/>',
      '(humanTask, vars) => humanTask.setAssignee(vars.boss)',
    ],
    [
      '<camunda:taskListener event="create" expression="${task.setAssignee(staff.bossOf(team))}"/>',
      "async (humanTask, vars) => { return humanTask.setAssignee(await task('A:create.bossOf', activities.staffBossOf, { team: vars.team }))",
    ],
    [
      '<camunda:taskListener event="update" expression="${audit.log(task, order)}"/>',
      "task('A:update', activities.auditLog, { task: humanTask.state, order: vars.order })",
    ],
    [
      '<camunda:taskListener event="complete" expression="${audit.log(approved)}"/>',
      "complete: (_task, vars) => task('A:complete', activities.auditLog, { approved: vars.approved })",
    ],
    [script('total = 1'), 'create: (_task, vars) => {'],
    [script("execution.setVariable('a', b)"), "task.execution.setVariable('a', vars.b)"],
    [
      '<zeebe:taskListeners><zeebe:taskListener eventType="creating" type="audit" retries="5"/></zeebe:taskListeners>',
      'activities.audit, humanTask.with(vars), { retry: { maximumAttempts: 5 }',
    ],
  ])('%s', async (listener, expected) => {
    expect((await code(listener)).replace(/\s+/g, ' ')).toContain(expected);
  });

  test('several of one event become a list, events in the order in which they come up', async () => {
    const text = await code(
      ['complete', 'assignment', 'create', 'create']
        .map((event) => `<camunda:taskListener event="${event}" class="x.Tell"/>`)
        .join(''),
    );
    const ids = [...text.matchAll(/'A:(\w+)'/g)].map(([, id]) => id);
    expect(ids).toEqual(['create', 'create2', 'assignment', 'complete']);
    expect(text).toContain('create: [');
  });
});
