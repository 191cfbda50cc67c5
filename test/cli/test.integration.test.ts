import { baton } from './support/baton';
import { diagram } from './support/diagram';
import { approval, TestProject } from './support/project';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

interface Printed {
  readonly passed: number;
  readonly failed: number;
  readonly scenarios: readonly {
    readonly name: string;
    readonly subject?: string;
    readonly line: number;
    readonly passed: boolean;
    readonly failures: readonly {
      readonly where: string;
      readonly line: number;
      readonly happened: string;
    }[];
  }[];
}

test('a diagram in a folder with nothing else; what does not happen as expected is told', async () => {
  folder.write({
    'ship.bpmn': diagram('ship', 'load-truck', 'Load it'),
    'ship.scenarios.yaml': `diagram: ship.bpmn
scenarios:
  - name: it is loaded
    given: { truck: 7 }
    activities: { load-truck: { returns: { loaded: true } } }
    then: { status: completed, path: [Start, Task, End], taken: [F1, F2], calls: { Task: 1 }, variables: { truck: 7, loaded: true } }
  - name: tried again after a while
    activities: { Task: [{ fails: no truck }, { fails: no truck }, { returns: { loaded: true }, takes: PT1H }] }
    when:
      - waiting: Task
      - advance: PT30M
      - waiting: Task
      - advance: PT31M
    then: { status: completed, calls: { loadTruck: 3 } }
  - name: given up
    activities: { Task: { fails: { message: no truck, type: NoTruck } } }
    when: [advance: PT1H]
    then: { status: failed, error: { type: NoTruck, message: truck }, never: [End, F2] }
  - name: wrong on purpose
    activities: { Task: { throws: { code: LATE } } }
    then: { status: completed, passed: [End], variables: { loaded: true } }
  - name: nobody answers
    then: { status: completed }
  - name: nothing is asserted
    activities: { Task: {} }
`,
  });
  const { code, stdout } = await baton(['test', '--json'], { cwd: folder.path() });
  const printed = JSON.parse(stdout) as Printed;
  const failures = printed.scenarios.map(({ name, failures }) => [name, failures.map(({ where }) => where)]);
  expect(new Map(failures as [string, string[]][])).toEqual(
    new Map([
      ['it is loaded', []],
      ['tried again after a while', []],
      ['given up', []],
      ['wrong on purpose', ['then.status', 'then.passed', 'then.variables']],
      ['nobody answers', ['activities', 'then.status']],
      ['nothing is asserted', ['then']],
    ]),
  );
  const wrong = printed.scenarios.find(({ name }) => name === 'wrong on purpose');
  expect(wrong?.failures[0]).toMatchObject({ line: 21, happened: 'failed: LATE' });
  expect({ code, ...printed }).toMatchObject({ code: 1, passed: 3, failed: 3 });
});

test('workflows written by hand, with the real activities of their project', async () => {
  const project = new TestProject({
    ...approval,
    'test/approval.scenarios.yaml': `workflow: ../src/workflows/approval.ts#approval
scenarios:
  - name: a small amount passes
    given: { amount: 5 }
    then: { status: completed, path: [Note, Small], variables: { note: amount 5, approved: true } }
  - name: a person decides
    given: { amount: 500 }
    activities: { note: { returns: { note: stubbed } } }
    when:
      - waiting: Approve
      - complete: { task: Approve, as: eve, variables: { approved: false } }
    then: { status: completed, passed: [Approve, Large], variables: { approved: false, note: stubbed } }
  - name: input is checked
    given: { amount: -1 }
    then: { status: failed, error: InvalidInput }
`,
    'test/stubbed.scenarios.yaml': `workflow: ../src/workflows/approval.ts#approval
stub: all
scenarios:
  - name: also of activities that the project has nothing comes
    given: { amount: 5 }
    then: { status: failed, path: [Note], error: { type: InvalidOutput, message: note } }
`,
    'test/parcel.scenarios.yaml': `workflow: ../src/workflows/parcel.ts#parcel
scenarios:
  - name: message and signal
    when:
      - waiting: Arrival
      - signal: { name: Rush, variables: { rush: true } }
      - message: { name: Arrived, key: P2, variables: { at: elsewhere } }
      - waiting: Arrival
      - message: { name: Arrived, key: P1, variables: { at: noon } }
    then: { status: completed, variables: { at: noon, rush: true } }
  - name: cancelled
    when: [cancel: true]
    then: { status: cancelled }
`,
  });
  try {
    const { code, stdout } = await baton(['test'], { cwd: project.folder });
    expect(stdout).toMatch(/\n6 passed, 0 failed\n$/);
    expect(code).toBe(0);
  } finally {
    project.remove();
  }
});

test('a diagram and a workflow written by hand go through the same scenarios', async () => {
  const project = new TestProject({
    ...approval,
    'src/workflows/note.bpmn': diagram('note', 'note', 'Note').replace('id="End"', 'id="End" name="Small"'),
    'test/both.scenarios.yaml': `diagram: ../src/workflows/note.bpmn
workflow: ../src/workflows/approval.ts#approval
scenarios:
  - name: by names and by ids
    given: { amount: 5 }
    activities: { Task: { returns: { note: stubbed } } }
    then: { status: completed, path: [Note, End], passed: [Start, Note, Small], taken: [F1], calls: { Note: 1, note: 1 }, variables: { note: stubbed } }
  - name: only the diagram has flows
    given: { amount: 5 }
    then: { taken: [F1] }
  - name: neither goes there
    given: { amount: 5 }
    then: { never: [Small] }
`,
  });
  try {
    const { code, stdout } = await baton(['test', '--json'], { cwd: project.folder });
    const { scenarios, ...counts } = JSON.parse(stdout) as Printed;
    const told = scenarios.map(({ name, subject, failures }) => [
      name,
      subject,
      failures.map(({ where, happened }) => `${where}: ${happened}`),
    ]);
    expect(told.sort()).toEqual([
      ['by names and by ids', 'approval.ts#approval', []],
      ['by names and by ids', 'note.bpmn', []],
      ['neither goes there', 'approval.ts#approval', ['then.never: reached: Small']],
      ['neither goes there', 'note.bpmn', ['then.never: reached: End']],
      [
        'only the diagram has flows',
        'approval.ts#approval',
        [expect.stringContaining('the scenario asserts nothing that code has') as string],
      ],
      ['only the diagram has flows', 'note.bpmn', []],
    ]);
    expect({ code, ...counts }).toMatchObject({ code: 1, passed: 3, failed: 3 });
  } finally {
    project.remove();
  }
});

test('mistakes in files are told with their place; a rejected diagram may be what is expected', async () => {
  folder.write({
    'ship.bpmn': diagram('ship', 'load'),
    'typo.scenarios.yaml':
      'diagram: ship.bpmn\nscenarios:\n  - name: a\n    then: { passed: [Tsak], calls: { laod: 1 } }\n',
    'twins.bpmn': diagram('twins', 'load', 'Twin').replace('id="End"', 'id="End" name="Twin"'),
    'twins.scenarios.yaml': 'diagram: twins.bpmn\nscenarios:\n  - name: a\n    then: { never: [Twin] }\n',
    'empty.scenarios.yaml': 'diagram: ship.bpmn\nscenarios: []\n',
    'bad.bpmn': diagram('bad', 'load').replace('targetRef="End"', 'targetRef="Nowhere"'),
    'bad.scenarios.yaml':
      'diagram: bad.bpmn\nscenarios:\n  - name: refused\n    then: { status: rejected }\n  - name: not refused\n    then: { status: completed }\n',
  });
  const { code, stdout } = await baton(['test', '.'], { cwd: folder.path() });
  expect(stdout).toContain('empty.scenarios.yaml:2:12 error\n  "scenarios" is empty.');
  expect(stdout).toContain('typo.scenarios.yaml:4:22 error\n  ship.bpmn has no element "Tsak".');
  expect(stdout).toContain('Hint: Did you mean "Task"?');
  expect(stdout).toContain('ship.bpmn has no activity "laod".');
  expect(stdout).toContain('twins.scenarios.yaml:4:21 error\n  twins.bpmn has several named "Twin".');
  expect(stdout).toContain('Hint: Say which one by its id: Task, End.');
  expect(stdout).toMatch(/\n1 passed, 4 failed\n$/);
  expect(code).toBe(1);
});

test('wrong usage', async () => {
  const missing = await baton(['test', 'nowhere'], { cwd: folder.path() });
  expect(missing).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('nowhere does not exist.') as string,
  });
  const none = await baton(['test', '.'], { cwd: folder.path() });
  expect(none).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There are no scenarios') as string,
  });
});
