import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';
import { MESSAGE_SIGNAL } from '../../src/shared/names';

const sandbox = createSandbox();
const WORK = `const activities = activitiesOf<{ work: () => Promise<{ done: true }> }>();`;

test('what an event starts beside a sub-process has the variables of the sub-process', () => {
  sandbox.define(
    './beside',
    `import { activitiesOf, enter, withOwn } from 'batonflow/workflow';
     ${WORK}
     export async function beside(input: unknown) {
       const { vars, task, guard, scope, wait, message } = enter({ type: 'beside' }, input);
       const parcel = await withOwn(vars, { note: 'none' }, async ({ vars }) =>
         scope('Parcel', () => wait('Event_Done', message('Done')), {
           Start_Ask: {
             on: message('Ask'),
             interrupting: false,
             run: () => guard(() => task('Ask', activities.work, vars), { Answered: message('Answer') }),
           },
         }),
       );
       return { parcel: parcel.note, process: vars.note };
     }`,
  );
  const run = new WorkflowRun(sandbox, { module: './beside', type: 'beside' }, {});
  run.signal(MESSAGE_SIGNAL, { name: 'Ask' });
  run.signal(MESSAGE_SIGNAL, { name: 'Answer', payload: { note: 'fragile' } });
  run.cancel(run.open[0]!);
  run.signal(MESSAGE_SIGNAL, { name: 'Done' });
  expect(run.outcome).toEqual({ kind: 'completed', vars: { parcel: 'fragile' } });
});

test('what an escalation starts beside a sub-process has the variables around it, not those where it was thrown', () => {
  sandbox.define(
    './escalated',
    `import { activitiesOf, enter, escalation, withOwn } from 'batonflow/workflow';
     ${WORK}
     export async function escalated(input: unknown) {
       const { vars, task, guard, scope, escalate, message } = enter({ type: 'escalated' }, input);
       vars.note = 'none';
       const parcel = await scope(async () => {
         let own: { note: string } = { note: '' };
         await guard(
           async () => {
             own = await withOwn(vars, { note: 'own' }, () => scope('Parcel', () => escalate('Event_Late', 'LATE')));
           },
           {
             Late: {
               on: escalation('LATE'),
               run: () => guard(() => task('Ask', activities.work, vars), { Answered: message('Answer') }),
             },
           },
         );
         return own;
       });
       return { parcel: parcel.note, process: vars.note };
     }`,
  );
  const run = new WorkflowRun(sandbox, { module: './escalated', type: 'escalated' }, {});
  run.signal(MESSAGE_SIGNAL, { name: 'Answer', payload: { note: 'called' } });
  run.cancel(run.open[0]!);
  expect(run.outcome).toEqual({ kind: 'completed', vars: { parcel: 'own', process: 'called' } });
});
