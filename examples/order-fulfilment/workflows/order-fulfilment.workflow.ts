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
 * From a placed order to a parcel on its way; or to an order given up because the goods never came, or
 * cancelled by the customer, with everything undone.
 */
export async function orderFulfilment(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    userTask,
    firstOf,
    guard,
    scope,
    compensateWith,
    compensate,
    published,
    turn,
    pass,
  } = enter(process, input, continued, {
    Task_ReserveStock: releaseStock,
    Task_Pack: unpack,
    Task_BookCarrier: cancelCarrier,
    Task_ChargeCard: refundCard,
  });

  await scope(
    async () => {
      while (true) {
        await turn('Task_ReserveStock');

        // Reserve stock
        const reserveStockOutcome = await guard(
          async () => {
            assign(await task('Task_ReserveStock', activities.reserveStock, vars));
            compensateWith('Task_ReserveStock', releaseStock);
          },
          { Event_OutOfStock: error('OUT_OF_STOCK') },
        );
        if (reserveStockOutcome !== 'Event_OutOfStock') break;

        // Out of stock

        // Goods or give up?
        const goodsOrGiveUpEvent = await firstOf({
          Event_Restocked: published('Restocked', vars.sku),
          Event_GiveUp: timer(vars.patience),
        });
        if (goodsOrGiveUpEvent.id !== 'Event_Restocked') {
          // Customer's patience ends

          // Apologise
          await task('Task_TellGivenUp', activities.tellCustomer, {
            orderId: vars.orderId,
            email: vars.email,
            news: 'given up',
          });
          vars.status = 'given up';

          // Order given up
          pass('End_GivenUp');
          return;
        }

        // Restocked
        assign(goodsOrGiveUpEvent.payload);
      }

      await parallel(
        chargeCard,
        async () => {
          // Pack
          assign(await task('Task_Pack', activities.pack, vars));
          compensateWith('Task_Pack', unpack);
        },
        async () => {
          // Book carrier
          assign(await task('Task_BookCarrier', activities.bookCarrier, vars));
          compensateWith('Task_BookCarrier', cancelCarrier);
        },
      );

      // Hand over to carrier
      assign(await task('Task_Ship', activities.ship, vars));

      // Announce parcel
      await task('Task_TellShipped', activities.tellCustomer, {
        orderId: vars.orderId,
        email: vars.email,
        news: 'shipped',
      });
      vars.status = 'shipped';

      // Order shipped
      pass('End_Shipped');
    },
    {
      Start_Cancel: {
        on: published('CancelOrder', vars.orderId),
        interrupting: true,
        run: () => scope('SubProcess_Cancel', cancelTheOrder),
      },
    },
  );
  return vars;

  async function releaseStock() {
    // Release stock
    assign(await task('Task_ReleaseStock', activities.releaseStock, vars));
  }

  async function chargeCard() {
    while (true) {
      // Charge card
      const chargeCardOutcome = await guard(
        async () => {
          assign(await task('Task_ChargeCard', activities.chargeCard, vars));
          compensateWith('Task_ChargeCard', refundCard);
        },
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

  async function unpack() {
    // Unpack
    assign(await task('Task_Unpack', activities.unpack, vars));
  }

  async function cancelCarrier() {
    // Cancel carrier
    assign(await task('Task_CancelCarrier', activities.cancelCarrier, vars));
  }

  // Event sub-process: Cancel the order
  async function cancelTheOrder() {
    // Undo what was done
    pass('Event_Undo');
    await compensate();

    // Void payment
    // A charge that was being tried again is none that was done, but the bank may have done it.
    assign(await task('Task_VoidPayment', activities.voidPayment, vars));

    // Confirm cancellation
    await task('Task_TellCancelled', activities.tellCustomer, {
      orderId: vars.orderId,
      email: vars.email,
      news: 'cancelled',
    });
    vars.status = 'cancelled';

    // Order cancelled
    pass('End_Cancelled');
  }

  async function refundCard() {
    // Refund card
    assign(await task('Task_RefundCard', activities.refundCard, vars));
  }
}
