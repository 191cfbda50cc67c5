import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';
import { DELIVERY_ACTIVITIES } from '../../src/shared/delivery';
import { MESSAGE_SIGNAL } from '../../src/shared/names';

const sandbox = createSandbox();

/** @param body - of a workflow function with all helpers at hand */
function runOf(body: string, options?: ConstructorParameters<typeof WorkflowRun>[3]): WorkflowRun {
  sandbox.define(
    './telling',
    `import { enter, firstOf, signal, timer } from 'batonflow/workflow';
     export async function telling(input: unknown) {
       const { vars, guard, wait, message, published, publish, broadcast, end } = enter({ type: 'telling' }, input);
       ${body}
       return end('End');
     }`,
  );
  return new WorkflowRun(sandbox, { module: './telling', type: 'telling' }, {}, options);
}

describe('who cannot be told that the run waits does not leave it waiting', () => {
  const full = { intercepted: true, historyLength: 41_000 };
  test.each([
    ['a message', `await wait('Event', published('Paid'));`],
    ['a signal', `await wait('Event', signal('Dawn'));`],
  ])('for %s', (_, body) => {
    expect(runOf(body, full).outcome).toEqual({ kind: 'failed', what: 'LimitExceeded' });
  });
});

/** As a signal that is broadcast: what is thrown has been thrown. */
test.each([
  ['message', `publish('Throw', 'Paid')`, DELIVERY_ACTIVITIES.publish],
  ['signal', `broadcast('Throw', 'Dawn')`, DELIVERY_ACTIVITIES.broadcast],
])('a %s on its way is not called off when what throws it is interrupted', (_, thrown, activity) => {
  const run = runOf(
    `vars.outcome = await guard(async () => {
       await ${thrown};
       vars.behind = true;
     }, { Stop: message('Stop') });`,
    { heldUp: /baton\.(publish|broadcast)/ },
  );
  run.signal(MESSAGE_SIGNAL, { name: 'Stop' });
  expect(run.open).toMatchObject([{ element: activity, cancelRequested: false }]);
  run.complete(run.open[0]!, undefined);
  expect(run.outcome).toEqual({ kind: 'completed', vars: { outcome: 'Stop' } });
});
