import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';
import { TASK_UPDATES } from '../../src/shared/names';

const sandbox = createSandbox();

test('the time of a task that comes while a listener denies a change is not forgotten', () => {
  sandbox.define(
    './denied',
    `import { activitiesOf, enter } from 'batonflow/workflow';
     const activities = activitiesOf<{ check: () => Promise<object> }>();
     export async function denied(input: unknown) {
       const { vars, task, userTask, end } = enter({ type: 'denied' }, input);
       await userTask('Review', {
         on: {
           update: async (review) => {
             await task('Check', activities.check, {});
             review.deny('not now');
           },
           timeout: [{ at: 'PT1H', run: () => void (vars.late = true) }],
         },
       });
       return end('End');
     }`,
  );
  const run = new WorkflowRun(sandbox, { module: './denied', type: 'denied' }, {});
  const work = (kind: string) => run.open.find((one) => one.kind === kind)!;
  const late = work('timer');
  run.update(TASK_UPDATES.change, { task: 'Review#1', priority: 80 });
  run.fire(late);
  run.complete(work('activity'), {});
  run.update(TASK_UPDATES.complete, { task: 'Review#1' });
  expect(run.outcome).toEqual({ kind: 'completed', vars: { late: true } });
});
