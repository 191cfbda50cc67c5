import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';

const sandbox = createSandbox();

/** Runs `body` under a timer until the timer fires while a task is under way, which then succeeds all the same. */
function interrupted(body: string) {
  sandbox.define(
    './interrupted',
    `import { activitiesOf, bpmnError, enter, noFlowTaken, timer } from 'batonflow/workflow';
     const activities = activitiesOf<{ work: () => Promise<{ done: true }> }>();
     export async function interrupted(input: unknown) {
       const { vars, assign, task, guard, scope, script, pass, terminate, compensateWith, compensate, end } =
         enter({ type: 'interrupted' }, input);
       vars.outcome = await guard(() => scope('Sub', async () => {
         assign(await task('Task', activities.work, vars));
         ${body}
       }), { Late: timer('PT1H') });
       return end('End');
     }`,
  );
  const run = new WorkflowRun(sandbox, { module: './interrupted', type: 'interrupted' }, {});
  const [late, task] = run.open;
  run.fire(late!);
  expect(run.open).toMatchObject([{ element: 'Task', cancelRequested: true }]);
  run.complete(task!, { done: true });
  return run.outcome;
}

/** The tokens of the scope are gone, whatever its last task still brought. */
test.each([
  ['ends', ''],
  ['passes', "pass('Event'); vars.passed = true;"],
  ['throws an error at its end', "pass('End_Error'); throw bpmnError('CODE');"],
  ['terminates', "throw terminate('End_Terminate');"],
  ['finds no flow to take', "throw noFlowTaken('Gateway');"],
  ['runs a script', "vars.written = script('Script', () => 1);"],
  ['goes on', "assign(await task('Next', activities.work, vars));"],
])('an interrupted scope that %s is over', (_, body) => {
  expect(interrupted(body)).toEqual({ kind: 'completed', vars: { done: true, outcome: 'Late' } });
});
