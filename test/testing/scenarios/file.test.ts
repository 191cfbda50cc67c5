import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenariosJsonSchema } from '../../../src/testing/scenarios/file/json-schema';
import { formatProblem } from '../../../src/testing/scenarios/file/problem';
import { readScenarios } from '../../../src/testing/scenarios/file/read';

/** What is wrong with a file, each with its place. */
function problemsOf(text: string): readonly string[] {
  const read = readScenarios('x.scenarios.yaml', text);
  if (read.scenarios) return [];
  return read.problems.map(({ line, column, message, hint }) =>
    [`${line}:${column} ${message}`, ...(hint ? [hint] : [])].join(' '),
  );
}

test('every mistake at once, each at its place', () => {
  const text = `diagram: order.bpmn
stub: lsited
scenarios:
  - name: a
    givn: { a: 1 }
    activities:
      b: [{ throws: { cod: 1 } }, { returns: 1, fails: x }]
      c: 5
    when:
      - advance: 7 days
      - { advance: P1D, cancel: true }
      - mesage: { name: x }
    then: { status: complete, passed: Start }
  - given: 3
`;
  expect(problemsOf(text)).toEqual([
    '2:7 "stub" must be listed or all, but is "lsited". Did you mean "listed"?',
    '5:5 There is no key "givn" here. Did you mean "given"?',
    '7:23 There is no key "cod" here. Did you mean "code"?',
    '7:35 Entry 2 of "b" says two ends: only one of returns, throws and fails can be.',
    '8:10 "c" must be a mapping (key: value) or a list, but is 5.',
    '10:18 "advance" must be an ISO 8601 duration, such as P7D or PT90M.',
    '11:9 Entry 2 of "when" must be exactly one step: split it into several entries.',
    '12:9 There is no key "mesage" here. Did you mean "message"?',
    '13:21 "status" must be completed or failed or waiting or cancelled or rejected, but is "complete". Did you mean "completed"?',
    '13:39 "passed" must be a list, but is "Start".',
    '14:5 "name" is missing.',
    '14:12 "given" must be a mapping (key: value), but is 3.',
  ]);
});

test.each([
  ['', '1:1 "scenarios" is missing.'],
  ['diagram: x.bpmn\nscenarios: []', '2:12 "scenarios" is empty.'],
  ['- a', '1:1 The file must be a mapping (key: value), but is a list.'],
  ['a: [', /^1:5 This is no YAML: /],
  ['a: 1\na: 2', /^2:1 This is no YAML: Map keys must be unique/],
  [
    'scenarios: [{ name: a }]',
    /^1:1 The file must say what it tests: `diagram: x\.bpmn`, `workflow: file\.ts#function`, or both\.$/,
  ],
  [
    'workflow: b\nscenarios: [{ name: a }]',
    /^1:11 "workflow" must be a file and the name of an exported function/,
  ],
  ['workflow: b#c\nprocess: d\nscenarios: [{ name: a }]', /^2:1 Only diagrams have processes/],
])('%j', (text, problem) => {
  expect(problemsOf(text)).toEqual([
    typeof problem === 'string' ? problem : (expect.stringMatching(problem) as string),
  ]);
});

test('a mistake is shown in its place; numbers may stand for texts; anchors and merges are understood', () => {
  const read = readScenarios('x.yaml', 'diagram: x.bpmn\nscenaros: []\n');
  expect(read.scenarios ? '' : formatProblem(read.problems[0]!)).toBe(
    `x.yaml:2:1 error
  There is no key "scenaros" here.

    1 | diagram: x.bpmn
  > 2 | scenaros: []
      | ^^^^^^^^
    3 |
  Hint: Did you mean "scenarios"?`,
  );
  const fine = readScenarios(
    'x.yaml',
    'diagram: x\nscenarios:\n  - { name: 1, given: &g { a: 1 }, then: { error: 404 } }\n  - { name: b, given: { <<: *g, b: 2 } }\n',
  );
  expect(fine.scenarios?.content.scenarios).toEqual([
    { name: '1', given: { a: 1 }, then: { error: '404' } },
    { name: 'b', given: { a: 1, b: 2 } },
  ]);
});

test('the published JSON schema is what the reader checks (npm run docs)', () => {
  const published = readFileSync(join(__dirname, '../../../schemas/scenarios.schema.json'), 'utf8');
  expect(published).toBe(scenariosJsonSchema());
});
