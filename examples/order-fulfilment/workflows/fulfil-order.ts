import { enter, error, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { fulfilOrder as process } from './fulfil-order.process';

/** Order fulfilment by hand: compare order-fulfilment.workflow.ts, which is compiled from the diagram. */
export async function fulfilOrder(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, guard, scope, wait, end } = enter(process, input);

  if ((await guard(secureStock, { 'No stock for a week': timer('P7D') })) !== 'done') {
    await task('Cancel order', activities.cancelOrder, { orderId: vars.orderId, reason: 'out of stock' });
    return end('Order cancelled', vars);
  }
  await parallel(charge, pack);
  assign(await task('Ship', activities.ship, vars));
  return end('Order shipped', vars);

  async function secureStock() {
    await scope('Secure stock', async () => {
      while (true) {
        assign(await task('Check stock', activities.checkStock, vars));
        if (vars.inStock) return;
        await wait('Next day', timer('P1D'));
      }
    });
  }

  async function charge() {
    while (true) {
      const outcome = await guard(
        async () => assign(await task('Charge card', activities.chargeCard, vars)),
        {
          'Card declined': error('CARD_DECLINED'),
        },
      );
      if (outcome === 'done') return;
      const { orderId, amount } = vars;
      assign(await userTask('Fix payment', { candidateGroups: ['billing'], input: { orderId, amount } }));
    }
  }

  async function pack() {
    assign(await task('Pack', activities.pack, vars));
  }
}
