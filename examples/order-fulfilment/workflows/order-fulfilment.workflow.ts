import {
  enter,
  error,
  parallel,
  timer,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { orderFulfilment as process } from './order-fulfilment.process';

/**
 * Order fulfilment. Generated from order-fulfilment.bpmn: change the diagram, then run `baton compile`.
 *
 * From a placed order to a parcel on its way, or to an order cancelled because the goods never came.
 */
export async function orderFulfilment(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, userTask, wait, guard, scope, handOver, part, pass, end } = enter(
    process,
    input,
    continued,
  );
  if (continued?.at === 'Task_CheckStock') return part(secureStock);
  if (continued?.at === 'Task_ChargeCard') return part(chargeCard);

  // Secure stock
  const secureStockOutcome = await guard(() => scope('SubProcess_SecureStock', secureStock), {
    Event_GiveUp: timer('P7D'),
  });
  if (secureStockOutcome === 'Event_GiveUp') {
    // No stock for a week
    // Cancel order
    assign(
      await task('Task_CancelOrder', activities.cancelOrder, {
        orderId: vars.orderId,
        reason: 'out of stock',
      }),
      { except: ['orderId'] },
    );

    // Order cancelled
    return end('End_Cancelled');
  }

  // Charge and pack
  await parallel(chargeCard, async () => {
    // Pack
    assign(await task('Task_Pack', activities.pack, vars));
  });

  // Ship
  assign(await task('Task_Ship', activities.ship, vars));

  // Order shipped
  return end('End_Shipped');

  // Secure stock
  async function secureStock() {
    while (true) {
      if (await handOver('Task_CheckStock')) return;

      // Check stock
      assign(await task('Task_CheckStock', activities.checkStock, vars));

      // In stock?
      if (vars.inStock) break;

      // Next day
      await wait('Event_NextDay', timer('P1D'));
    }

    // Stock secured
    pass('End_StockSecured');
  }

  async function chargeCard() {
    while (true) {
      if (await handOver('Task_ChargeCard')) return;

      // Charge card
      const chargeCardOutcome = await guard(
        async () => assign(await task('Task_ChargeCard', activities.chargeCard, vars)),
        { Event_Declined: error('CARD_DECLINED') },
      );
      if (chargeCardOutcome !== 'Event_Declined') break;

      // Card declined
      // Fix payment
      // Billing calls the customer and enters another card.
      assign(
        await userTask('Task_FixPayment', {
          candidateGroups: 'billing',
          input: { orderId: vars.orderId, amount: vars.amount },
        }),
        { except: ['orderId', 'amount'] },
      );
    }
  }
}
