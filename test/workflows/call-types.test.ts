import type { ProcessRun } from '../../src/workflows';
import { callee, type caller } from './fixtures/call-contracts';
import { defineProcess } from '../../src/shared/process-contract';

/** Checked by tsc; never run. */
export async function typed({ vars, call, assign, userTask }: ProcessRun<typeof caller>): Promise<void> {
  const { doubled } = await call('A', callee, { ends: 'well' });
  doubled satisfies number;
  // @ts-expect-error -- there is no such end
  await call('A', callee, { ends: 'badly' });
  // @ts-expect-error -- the end is missing
  await call('A', callee, { amount: 5 });
  // @ts-expect-error -- the caller's variables have no end
  await call('A', callee, vars);
  // @ts-expect-error -- nothing of the result is a variable of the caller
  assign(await call('A', callee, { ends: 'well' }));

  // What nothing is known of fits, and takes anything.
  const open = defineProcess({ type: 'open' });
  assign(await call('B', open, vars));
  assign(await call('C', 'byName', { anything: 1 }));
  assign(await userTask('D'));
}

export async function open({ vars, call, assign }: ProcessRun<{ type: string }>): Promise<void> {
  assign(await call('A', callee, vars));
  assign(await call('A', callee, { ...vars, amount: 5 }));
  // @ts-expect-error -- a value of the wrong type is seen also here
  await call('A', callee, { ends: 'well', amount: 'five' });
}

test('calls are typed by the contracts', () => {
  expect([typed, open]).toHaveLength(2);
});
