import { OFFER_UPDATE } from '../../src/shared/delivery';
import { MESSAGE_SIGNAL, TASK_UPDATES } from '../../src/shared/names';
import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';

/*
 * What reaches a run in the same step, as it does when its worker was busy: each is answered by what the ones before it
 * have brought about.
 */

const sandbox = createSandbox();
sandbox.define(
  './review',
  `import { enter } from 'batonflow/workflow';
   export async function review(input: unknown) {
     const { vars, userTask, guard, published, wait, message, end } = enter({ type: 'review' }, input);
     vars.outcome = await guard(async () => {
       vars.result = await userTask('Review');
     }, { Withdrawn: published('Withdrawn') });
     await wait('Stop', message('Stop'));
     return end('End');
   }`,
);
const start = () =>
  new WorkflowRun(sandbox, { module: './review', type: 'review' }, {}, { intercepted: true });
const complete = [TASK_UPDATES.complete, { task: 'Review#1', result: { fine: true } }] as const;
const offer = (id: string) =>
  [
    OFFER_UPDATE,
    { subscription: 'Withdrawn#1', message: { id, name: 'Withdrawn', payload: { why: 'late' } } },
  ] as const;
const outcome = (run: WorkflowRun) => {
  run.signal(MESSAGE_SIGNAL, { name: 'Stop' });
  return run.outcome;
};

test('a message that comes with the completion of the task that it would interrupt comes too late', () => {
  const run = start();
  const [task, answer] = run.updateTogether(complete, offer('a'));
  expect(task).toMatchObject({ state: 'completed' });
  expect(answer).toBe('declined');
  expect(outcome(run)).toEqual({
    kind: 'completed',
    vars: { result: { fine: true }, outcome: 'done' },
  });
});

test('nobody completes a task that the message before has interrupted', () => {
  const run = start();
  const [answer, task] = run.updateTogether(offer('a'), complete);
  expect(answer).toBe('taken');
  expect(task).toBeInstanceOf(Error);
  expect(outcome(run)).toEqual({ kind: 'completed', vars: { why: 'late', outcome: 'Withdrawn' } });
});

test('one of several completions wins', () => {
  const run = start();
  const [first, second] = run.updateTogether(complete, complete);
  expect(first).toMatchObject({ state: 'completed' });
  expect(second).toBeInstanceOf(Error);
  expect(outcome(run)).toMatchObject({ kind: 'completed' });
});
