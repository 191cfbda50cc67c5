import { createSandbox } from '../support/sandbox';
import { WorkflowRun, type Outcome } from '../support/workflow-run';

const sandbox = createSandbox();

/**
 * What the world does next: `fire Late` a timer, `complete Task`, `fail Task CODE` with a BPMN error, `cancel Task` as
 * the run asked for.
 */
export type Move = `${'fire' | 'complete' | 'cancel'} ${string}` | `fail ${string} ${string}`;

/**
 * Runs the body of a workflow function, with all helpers, the activity `work` and `note(text)` at hand. Gives what it
 * noted and how it ended.
 */
export function drive(
  body: string,
  moves: readonly Move[],
): { readonly notes: unknown; readonly outcome: Outcome | undefined; readonly open: readonly string[] } {
  sandbox.define(
    './driven',
    `import * as workflow from 'batonflow/workflow';
     const { activitiesOf, bpmnError, cancelled, compensation, enter, error, escalation, parallel, timer } = workflow;
     const activities = activitiesOf<{ work: () => Promise<{ done: true }> }>();
     export async function driven(input: unknown) {
       const { vars, task: run, guard, forEach, scope, pass, terminate, cancel, escalate, compensateWith, compensate, onQuery } =
         enter({ type: 'driven', queries: { notes: {} } }, input);
       const notes: string[] = [];
       onQuery('notes', () => notes);
       const note = (text: string) => void notes.push(text);
       const task = (id: string) => run(id, activities.work, vars);
       ${body}
     }`,
  );
  const run = new WorkflowRun(sandbox, { module: './driven', type: 'driven' }, {});
  for (const move of moves) {
    const [verb, element, code = ''] = move.split(' ');
    const work = run.open.find((open) => open.element === element);
    if (!work)
      throw new Error(`'${move}' cannot be: open is ${run.open.map(({ element }) => element).join()}`);
    if (verb === 'fire') run.fire(work);
    else if (verb === 'complete') run.complete(work, {});
    else if (verb === 'fail') run.fail(work, code);
    else if (work.cancelRequested) run.cancel(work);
    else throw new Error(`Nobody asked '${element}' to be cancelled.`);
  }
  const { outcome } = run;
  return { notes: run.query('notes'), outcome, open: run.open.map(({ element }) => element) };
}
