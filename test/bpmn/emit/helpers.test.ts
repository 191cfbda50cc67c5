import { HELPERS } from '../../../src/bpmn/4-emit/helpers';
import * as feel from '../../../src/workflows/feel';
import type { ProcessRun } from '../../../src/workflows';

/** Type-checked: what `enter` returns has all these. */
type Run = ProcessRun<{ type: string }>;
const members: {
  readonly [Member in (typeof HELPERS)['run'][number]]: Member extends keyof Run ? true : never;
} = {
  vars: true,
  startEvent: true,
  assign: true,
  task: true,
  userTask: true,
  call: true,
  wait: true,
  waitForOthers: true,
  firstOf: true,
  guard: true,
  forEach: true,
  scope: true,
  adHoc: true,
  attempt: true,
  choose: true,
  escalate: true,
  compensateWith: true,
  compensate: true,
  cancel: true,
  script: true,
  decision: true,
  message: true,
  published: true,
  publish: true,
  broadcast: true,
  throwAll: true,
  turn: true,
  handOver: true,
  part: true,
  pass: true,
  end: true,
  terminate: true,
  go: true,
  join: true,
  inclusiveJoin: true,
  complexJoin: true,
  gather: true,
};

test('every member of the run that code names is there', () => {
  expect(Object.keys(members)).toEqual([...HELPERS.run]);
});

test('every helper that code imports is exported', () => {
  const workflow = jest.requireActual<object>('../../../src/workflows');
  // Most are functions; a contract is an object.
  for (const name of HELPERS['batonflow/workflow'])
    expect([name, typeof Reflect.get(workflow, name)]).toEqual([
      name,
      expect.stringMatching(/function|object/),
    ]);
  for (const name of HELPERS['batonflow/feel']) expect(feel).toHaveProperty(name, expect.any(Function));
});
