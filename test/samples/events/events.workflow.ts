import { activitiesOf, enter, local, timer, until, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { restock as process } from './events.process';

const activities = activitiesOf<typeof implementations>();

/** Events to wait for. Generated from events.bpmn: change the diagram, then run `baton compile`. */
export async function restock(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, firstOf, guard, published, end } = enter(process, input);

  // Goods or give up?
  const goodsOrGiveUpEvent = await firstOf({
    Event_Restocked: published('Restocked', vars.sku),
    Event_GiveUp: timer('P7D'),
    Event_Found: until(() => feelTest('Event_Found', 'found = true', vars, { missing: false })),
  });
  if (goodsOrGiveUpEvent.id === 'Event_Restocked') {
    // Restocked
    assign(goodsOrGiveUpEvent.payload);
  } else if (goodsOrGiveUpEvent.id === 'Event_GiveUp') {
    // After a week

    // Apologise
    assign(await task('Task_Apologise', activities.apologise, vars));
    return end('End_GivenUp');
  }

  // Pack
  assign(await task('Task_Pack', activities.pack, vars));

  // Wait for the carrier
  const waitForTheCarrierOutcome = await guard(
    async () => {
      const waitForTheCarrierResult = local(
        vars,
        await wait('Task_PickUp', published('Picked up', vars.orderId)),
      );
      vars.shippedBy = feel('Task_PickUp', 'carrier.name', waitForTheCarrierResult);
    },
    { Event_Cancelled: published('Order cancelled', vars.orderId) },
  );
  if (waitForTheCarrierOutcome !== 'Event_Cancelled') return end('End_Shipped'); // Shipped

  // Cancelled

  // Cancelled in time
  return end('End_Cancelled');
}
