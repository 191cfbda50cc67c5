import { baton } from './support/baton';
import { diagram } from './support/diagram';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

/** A process of one event that is told, or tells, of a message. */
function telling(id: string, start: string, end: string): string {
  return diagram(id, 'work')
    .replace('<process', '<message id="M" name="Ordered" />\n  <process')
    .replace('<startEvent id="Start" />', `<startEvent id="Start">${start}</startEvent>`)
    .replace('<endEvent id="End" />', `<endEvent id="End">${end}</endEvent>`);
}

const MESSAGE = '<messageEventDefinition messageRef="M" />';

test('diagrams of one folder reach each other by messages', async () => {
  folder.write({
    'shop.bpmn': telling('shop', '', MESSAGE),
    'warehouse.bpmn': telling('warehouse', MESSAGE, ''),
    'shop.scenarios.yaml': `diagram: shop.bpmn
stub: all
scenarios:
  - name: the order reaches the warehouse
    given: { order: 1 }
    then: { status: completed, started: [warehouse], calls: { work: 2 } }
`,
  });
  const { code, stdout } = await baton(['test'], { cwd: folder.path() });
  expect(stdout).toMatch(/\n1 passed, 0 failed\n$/);
  expect(code).toBe(0);
});

/** The mistakes that `baton test` tells of, each with its place and what was meant. */
async function mistakesIn(scenarios: string): Promise<readonly string[]> {
  folder.write({
    'ship.bpmn': diagram('ship', 'load').replace('<endEvent id="End" />', MORE),
    'ship.scenarios.yaml': `diagram: ship.bpmn\nscenarios:\n${scenarios}`,
  });
  const { code, stdout } = await baton(['test'], { cwd: folder.path() });
  expect(code).toBe(1);
  return [...stdout.matchAll(/scenarios\.yaml:(\d+:\d+) error\n {2}(.*)[^]*?Hint: (.*)/g)].map(
    ([, place, message, hint]) => `${place} ${message} ${hint}`,
  );
}

const MORE = `<endEvent id="End" />
    <scriptTask id="Log" scriptFormat="token"><script>LOG_IT</script></scriptTask>
    <callActivity id="Call"><extensionElements><zeebe:calledElement processId="billing" /></extensionElements></callActivity>`;

test('names that match nothing', async () => {
  const mistakes = await mistakesIn(`  - name: a
    startEvent: Strat
    activities: { lood: {} }
    decisions: { Tsak: {} }
    scripts: { LOG_TI: {} }
    processes: { biling: {} }
    when:
      - start: { process: shipp }
      - waiting: Tusk
      - complete: { task: Task }
    then: { calls: { Taks: 1 } }
`);
  expect(mistakes).toEqual([
    '4:17 ship.bpmn has no element "Strat". Did you mean "Start"?',
    '5:19 ship.bpmn has no activity "lood". Did you mean "load"?',
    '6:18 ship.bpmn has no decision "Tsak". Did you mean "Task"?',
    '7:16 ship.bpmn has no script "LOG_TI". Did you mean "LOG_IT"?',
    '8:18 ship.bpmn has no called process "biling". Did you mean "billing"?',
    '10:27 ship.bpmn has no called process "shipp". Did you mean "ship"?',
    '11:18 ship.bpmn has no element "Tusk". Did you mean "Task"?',
    '12:27 ship.bpmn has no human task "Task". It has none.',
    '13:22 ship.bpmn has no activity "Taks". Did you mean "Task"?',
  ]);
});

test('decisions take no time', async () => {
  const mistakes = await mistakesIn('  - name: a\n    decisions: { Task: { takes: P1D } }\n');
  expect(mistakes).toEqual(['4:26 There is no key "takes" here. There are: returns, throws, fails.']);
});
