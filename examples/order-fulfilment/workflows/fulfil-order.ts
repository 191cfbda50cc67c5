import { enter, error, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { fulfilOrder as process } from './fulfil-order.process';

/** Order fulfilment by hand: compare order-fulfilment.workflow.ts, which is compiled from the diagram. */
export async function fulfilOrder(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const run = enter(process, input);
  const { vars, assign, task, userTask, firstOf, guard, scope, published, compensateWith, compensate } = run;

  await scope(fulfil, {
    'Customer cancels': { on: published('CancelOrder', vars.orderId), interrupting: true, run: cancel },
  });
  return vars;

  async function fulfil() {
    if (!(await reserve())) return tell('Apologise', 'given up');
    await parallel(charge, pack, book);
    assign(await task('Hand over to carrier', activities.ship, vars));
    await tell('Announce parcel', 'shipped');
  }

  /** Whether there are goods, perhaps after a while. */
  async function reserve(): Promise<boolean> {
    while (true) {
      const outcome = await guard(
        async () => assign(await task('Reserve stock', activities.reserveStock, vars)),
        { 'Out of stock': error('OUT_OF_STOCK') },
      );
      if (outcome === 'done') {
        compensateWith('Reserve stock', () => task('Release stock', activities.releaseStock, vars));
        return true;
      }
      const event = await firstOf({
        Restocked: published('Restocked', vars.sku),
        "Customer's patience ends": timer(vars.patience),
      });
      if (event.id !== 'Restocked') return false;
    }
  }

  async function charge() {
    while (true) {
      const outcome = await guard(
        async () => assign(await task('Charge card', activities.chargeCard, vars)),
        {
          'Card declined': error('CARD_DECLINED'),
        },
      );
      if (outcome === 'done') break;
      const { orderId, amount } = vars;
      assign(await userTask('Fix payment', { candidateGroups: ['billing'], input: { orderId, amount } }));
    }
    compensateWith('Charge card', () => task('Refund card', activities.refundCard, vars));
  }

  async function pack() {
    assign(await task('Pack', activities.pack, vars));
    compensateWith('Pack', () => task('Unpack', activities.unpack, vars));
  }

  async function book() {
    assign(await task('Book carrier', activities.bookCarrier, vars));
    compensateWith('Book carrier', () => task('Cancel carrier', activities.cancelCarrier, vars));
  }

  async function cancel() {
    await compensate();
    // A charge that was being tried again is none that was done, but the bank may have done it.
    await task('Void payment', activities.voidPayment, vars);
    await tell('Confirm cancellation', 'cancelled');
  }

  async function tell(step: string, news: 'shipped' | 'given up' | 'cancelled') {
    const { orderId, email } = vars;
    await task(step, activities.tellCustomer, { orderId, email, news });
    vars.status = news;
  }
}
