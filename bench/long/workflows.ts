import { proxyLocalActivities } from '@temporalio/workflow';
import { enter, parallel, type Continued, type InputOf } from 'batonflow/workflow';
import * as contracts from './contracts';

type N = { readonly n: number };
const local = proxyLocalActivities<{ step(input: N): Promise<N> }>({ startToCloseTimeout: '1 minute' });

/** A loop of the process. */
export async function alone(input: InputOf<typeof contracts.alone>, continued?: Continued) {
  const { vars, assign, task, turn, end } = enter(contracts.alone, input, continued);
  while (vars.n < vars.turns) {
    await turn('Loop');
    assign(await (vars.local ? local.step({ n: vars.n }) : task('Step', contracts.step, vars)));
  }
  return end('End');
}

/** A loop in a parallel branch. */
export async function inBranch(input: InputOf<typeof contracts.inBranch>, continued?: Continued) {
  const { vars, assign, task, handOver, part, pass, end } = enter(contracts.inBranch, input, continued);
  if (continued?.at === 'Loop') return part(loop);

  await parallel(loop, async () => {
    await Promise.resolve();
    pass('Beside');
  });
  return end('End');

  async function loop() {
    while (vars.n < vars.turns) {
      if (await handOver('Loop')) return;
      assign(await (vars.local ? local.step({ n: vars.n }) : task('Step', contracts.step, vars)));
    }
  }
}
