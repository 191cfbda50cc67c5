import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureBehaviour } from '../../conformance/behaviour/run';
import type { Case, Expected } from '../../conformance/suites';
import { definitions } from '../bpmn/diagram';

/** The runner itself, on real servers: it must not pass what has not happened. */
let folder: string;
let reasons: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  for (const [name, xml] of Object.entries(diagrams)) writeFileSync(join(folder, `${name}.bpmn`), xml);
  const all = Object.entries(cases).map(([id, one]): Case => ({ ...defaults, id, test: id, ...one }));
  const suite = { name: 'test of the runner', folder, kind: 'behaviour', cases: all } as const;
  const { lists } = await measureBehaviour(suite, all);
  reasons = new Map(
    (lists[0]?.lines ?? []).map((line): [string, string] => [
      line.split(': ')[0] ?? '',
      line.slice(line.indexOf(': ') + 2),
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const process = (id: string, body: string) => `<process id="${id}" isExecutable="true">${body}</process>`;
const task = (id: string, script: string) => `<scriptTask id="${id}"><script>${script}</script></scriptTask>`;
const flow = (from: string, to: string) =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;

/** One script after the other. */
function sequence(id: string, ...scripts: string[]): string {
  const ids = [`${id}S`, ...scripts.map((_, i) => `${id}${i}`), `${id}E`];
  return process(
    id,
    `<startEvent id="${id}S"/><endEvent id="${id}E"/>` +
      scripts.map((script, i) => task(`${id}${i}`, script)).join('') +
      ids
        .slice(1)
        .map((to, i) => flow(ids[i]!, to))
        .join(''),
  );
}

/** Two scripts side by side. */
function sideBySide(id: string, one: string, other: string): string {
  const nodes = '<startEvent id="S"/><endEvent id="E"/><parallelGateway id="F"/><parallelGateway id="J"/>';
  const flows = ['S F', 'F A', 'F B', 'A J', 'B J', 'J E'].map((ends) => ends.split(' ') as [string, string]);
  return process(id, nodes + task('A', one) + task('B', other) + flows.map((ends) => flow(...ends)).join(''));
}

const diagrams = {
  steps: definitions(
    sequence('P', 'CREATE_LOG_FILE', 'INCREMENT_INTEGER_VARIABLE_AND_LOG', 'SCRIPT_task1') +
      sequence('Q', 'SCRIPT_task2'),
  ),
  slow: definitions(sequence('P', 'CREATE_LOG_FILE', 'WAIT_TEN_SECONDS', 'SCRIPT_task1')),
  overlapping: definitions(sideBySide('P', 'CREATE_TIMESTAMP_LOG_1', 'CREATE_TIMESTAMP_LOG_2')),
  sequential: definitions(sequence('P', 'CREATE_TIMESTAMP_LOG_1', 'CREATE_TIMESTAMP_LOG_2')),
  failing: definitions(sequence('P', 'CREATE_LOG_FILE', 'THROW_ERROR')),
  puzzling: definitions(sequence('P', 'CREATE_LOG_FILE', 'DO_SOMETHING')),
  neverBegun: definitions(sequence('P', 'WAIT_TEN_SECONDS', 'CREATE_LOG_FILE')),
  dangling: definitions(process('P', `<startEvent id="S"/>${flow('S', 'nowhere')}`)),
};

const traced = (log: readonly string[], more: object = {}): Expected => ({ outcome: 'traced', log, ...more });
const defaults = { group: 'g', process: 'P', variables: { integerVariable: 0 }, advance: 'PT2S' };
const stepsLog = ['INCREMENT_correct', 'SCRIPT_task1'];

const cases: Readonly<Record<string, Partial<Case> & Pick<Case, 'diagram' | 'expect'>>> = {
  steps: { diagram: 'steps.bpmn', expect: traced(stepsLog) },
  otherSteps: { diagram: 'steps.bpmn', expect: traced(['SCRIPT_task1', 'SCRIPT_task3']) },
  startFirst: { diagram: 'steps.bpmn', startFirst: 'Q', expect: traced([...stepsLog, 'SCRIPT_task2']) },
  noSuchProcess: { diagram: 'steps.bpmn', process: 'R', expect: traced([]) },
  tooEarly: { diagram: 'slow.bpmn', expect: traced([]) },
  inTime: { diagram: 'slow.bpmn', advance: 'PT11S', expect: traced(['SCRIPT_task1']) },
  overlapping: { diagram: 'overlapping.bpmn', advance: 'PT22S', expect: traced([], { parallel: true }) },
  sequential: { diagram: 'sequential.bpmn', advance: 'PT22S', expect: traced([], { parallel: true }) },
  failing: { diagram: 'failing.bpmn', expect: traced([], { failsWithCode: 'ERR_CODE' }) },
  otherCode: { diagram: 'failing.bpmn', expect: traced([], { failsWithCode: 'OTHER' }) },
  puzzling: { diagram: 'puzzling.bpmn', expect: traced([], { fails: true }) },
  neverBegun: { diagram: 'neverBegun.bpmn', expect: traced([]) },
  invalid: { diagram: 'dangling.bpmn', expect: { outcome: 'rejected' } },
  valid: { diagram: 'steps.bpmn', expect: { outcome: 'rejected' } },
};

test.each(['steps', 'startFirst', 'tooEarly', 'inTime', 'overlapping', 'failing', 'invalid'])(
  '%s passes',
  (id) => {
    expect(reasons.get(id)).toBeUndefined();
  },
);

test.each([
  ['otherSteps', 'missing [SCRIPT_task3], extra [INCREMENT_correct]; it completed'],
  ['noSuchProcess', 'not compiled: there is no executable process R'],
  ['sequential', 'the two timestamped tasks did not overlap (0–10 s, 10–20 s); it completed'],
  ['otherCode', 'expected to fail with OTHER'],
  ['puzzling', 'do not explain the script "DO_SOMETHING"'],
  ['neverBegun', 'not started; it is still running'],
  ['valid', 'expected to be rejected, but it compiled and completed'],
])('%s fails: %s', (id, reason) => {
  expect(reasons.get(id)).toContain(reason);
});
