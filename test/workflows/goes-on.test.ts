import { createSandbox } from '../support/sandbox';
import { WorkflowRun } from '../support/workflow-run';
import { MESSAGE_SIGNAL, START_EVENT_MEMO } from '../../src/shared/names';

/** Runs that go on in a new one at each turn. */

const sandbox = createSandbox();

function runOf(body: string, memo: Readonly<Record<string, unknown>> = {}): WorkflowRun {
  sandbox.define(
    './again',
    `import { enter, until } from 'batonflow/workflow';
     export async function again(input: unknown, continued?: unknown) {
       const { vars, assign, wait, message, scope, turn, end } = enter({ type: 'again' }, input, continued);
       ${body}
     }`,
  );
  return new WorkflowRun(
    sandbox,
    { module: './again', type: 'again' },
    {},
    { continues: true, intercepted: true, memo },
  );
}

test('the event that started a process is over once, not in each of its runs', () => {
  const run = runOf(
    `do {
       await turn('Order');
       assign(await wait('Order', message('Order')));
       vars.orders = (vars.orders ?? 0) + 1;
     } while (!vars.last);
     return end('End');`,
    { [START_EVENT_MEMO]: 'Order' },
  );
  expect(run.outcome).toBeUndefined();
  run.signal(MESSAGE_SIGNAL, { name: 'Order' });
  expect(run.outcome).toBeUndefined();
  run.signal(MESSAGE_SIGNAL, { name: 'Order', payload: { last: true } });
  expect(run.outcome).toEqual({ kind: 'completed', vars: { orders: 3, last: true } });
});

test('a condition that is asked when one variable changes is not asked anew because the run goes on in a new one', () => {
  const run = runOf(
    `return scope(async () => {
       do {
         await turn('Next');
         assign(await wait('Next', message('Next')));
       } while (!vars.last);
       return end('End');
     }, {
       Start_Due: {
         on: until(() => vars.stock < vars.wanted, { of: () => vars.stock }),
         interrupting: false,
         run: async () => { vars.due = (vars.due ?? 0) + 1; },
       },
     });`,
  );
  const next = (payload: object) => run.signal(MESSAGE_SIGNAL, { name: 'Next', payload });
  next({ stock: 5, wanted: 3 });
  next({ wanted: 9 });
  next({ other: 1 });
  next({ last: true });
  expect(run.runs).toBeGreaterThan(3);
  expect(run.outcome).toEqual({ kind: 'completed', vars: { stock: 5, wanted: 9, other: 1, last: true } });
});
