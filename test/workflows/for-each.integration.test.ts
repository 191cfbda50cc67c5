import { FailureType } from 'batonflow/contract';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import * as activities from './fixtures/activities';
import { control } from './fixtures/contracts';
import { rootOf } from '../support/error-of';

let env: TestEnvironment;

beforeAll(async () => {
  env = await createTestEnvironment({ workflowsPath: require.resolve('./fixtures/for-each'), activities });
});
afterAll(async () => {
  await env.dispose();
});

const run = (test: string) => env.client.execute(control, { test });

const counts = (active: number, completed: number) => ({
  numberOfInstances: 3,
  numberOfActiveInstances: active,
  numberOfCompletedInstances: completed,
  numberOfTerminatedInstances: 0,
  nrOfInstances: 3,
  nrOfActiveInstances: active,
  nrOfCompletedInstances: completed,
});

it.each<[string, unknown]>([
  ['results are in the order of the items', ['0: 3', '1: 1', '2: 2']],
  ['all at once', ['begin 2', 'begin 1', 'end 1', 'end 2']],
  ['one after another', ['begin 2', 'end 2', 'begin 1', 'end 1']],
  ['some at a time', ['begin 3', 'begin 1', 'end 1', 'begin 1', 'end 1', 'begin 2', 'end 3', 'end 2']],
  ['a number of times', [0, 1, 2]],
  ['nothing to do', []],
  ['not once', []],
  [
    'until cancels the rest',
    ['begin 4', 'begin 1', 'begin 2', 'end 1', 'end 2', 'cancelled 4', [null, 1, 2]],
  ],
  ['until begins no others', ['a', 'b', null]],
  [
    'until may take time',
    ['begin 1', 'begin 4', 'begin 5', 'end 1', 'cancelled 4', 'cancelled 5', [1, null, null]],
  ],
  ['until is told the counts', [counts(1, 1), counts(1, 2), counts(0, 3)]],
  ['a failing instance cancels its siblings', ['begin 1', 'begin 2', 'end 1', 'cancelled 2', 'AFTER_1']],
  ['an error reaches the boundary of the whole', 'Own'],
  ['a boundary interrupts all instances', ['begin 1', 'begin 3', 'end 1', 'cancelled 3', 'Late']],
  ['terminate ends one instance', [null, 'done']],
  ['every completion starts a branch', ['branch', 'branch', 'branch', 'after']],
  ['the first completion starts a branch', ['branch']],
  ['a condition starts a branch and ends the rest', [[0, 1, null], ['branch']]],
  ['compensation undoes completed instances, latest first', ['undo 2', 'undo 1']],
  ['every instance has keys of its own', ['Each#1/1/Sub#1/Echo#1', 'Each#1/2/Sub#1/Echo#1']],
  [
    'nested ones have keys of their own',
    [
      ['Each#1/1/Inner#1/1/Echo#1', 'Each#1/1/Inner#1/2/Echo#1'],
      ['Each#1/2/Inner#1/1/Echo#1', 'Each#1/2/Inner#1/2/Echo#1'],
    ],
  ],
  ['many, some at a time', 5000],
])('%s', async (test, expected) => {
  const found = await run(test);
  // The first run id is another one every time.
  expect(JSON.parse(JSON.stringify(found).replace(/"[0-9a-f-]{36}\//g, '"'))).toEqual(expected);
});

it('progress has every instance, and one that had none', async () => {
  const started = await env.client.start(control, { test: 'progress has every instance' });
  await started.result();
  expect((await started.progress()).path).toEqual(['Each', 'Each', 'Empty']);
});

it.each([
  [
    'a fraction',
    FailureType.ExpressionFailed,
    "What 'Each' is done for must be a list, or a whole number of 0 or more; it is 1.5.",
  ],
  ['less than nothing', FailureType.ExpressionFailed, 'it is -1.'],
  ['no list', FailureType.ExpressionFailed, 'it is "abc".'],
  ['none at a time', FailureType.ExpressionFailed, "The concurrency of 'Each' must be 1 or more; it is 0."],
  ['too many at once', FailureType.LimitExceeded, "'Each' is to be done 1601 times at once"],
])('%s fails the run', async (test, type, message) => {
  expect(await rootOf(run(test))).toMatchObject({ type, message: expect.stringContaining(message) });
});
