import {
  activitiesOf,
  compare,
  enter,
  evaluate,
  holds,
  timer,
  toNumber,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { beans as process } from './beans.process';

const activities = activitiesOf<typeof implementations>();

/** Beans. Generated from beans.bpmn: change the diagram, then run `baton compile`. */
export async function beans(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, script, end } = enter(process, input);

  // Total
  vars.total = await task(
    'Task_Total',
    activities.orderServiceTotal,
    {
      order: vars.order,
      country: evaluate('Task_Total', vars, ({ customer }) => customer.country),
      argument3: 0.1,
    },
    { retry: { maximumAttempts: 5, initialInterval: '1 minute', backoffCoefficient: 1 } },
  );

  // Log
  await task('Task_Log', activities.logWrite, { argument1: 'total', total: vars.total });

  // Enrich
  assign(
    await task('Task_Enrich', activities.crmEnrich, {
      ...vars,
      id: evaluate('Task_Enrich', vars, ({ customer }) => customer.id),
    }),
  );

  // Flag
  vars.checked = script('Task_Flag', () => true);

  // Net
  vars.net = await script('Task_Net', () => {
    return evaluate('Task_Net', vars, async ({ total }) => {
      return total - toNumber(await task('Task_Net.of', activities.taxOf, { total }));
    });
  });

  // Which way?
  if (
    await holds('Flow_Vip', vars, ({ customer }) =>
      task('Flow_Vip.isVip', activities.crmIsVip, { id: customer.id }),
    )
  ) {
    // VIP

    // Thank
    const thankOutcome = await guard(
      async () => {
        assign(
          await task('Task_Vip', activities.thank, {
            present: await evaluate('Task_Vip', vars, ({ customer }) =>
              task('Task_Vip.forCustomer', activities.presentsForCustomer, { customer }),
            ),
          }),
        );
      },
      { Event_Slow: timer('PT1H') },
    );
    if (thankOutcome !== 'Event_Slow') return end('End_Vip');
    return end('End_Slow');
  }
  // prettier-ignore
  if (
    await holds('Flow_Risky', vars, async ({ customer, limit, total }) => {
      return compare(total, '>', limit) && (await task('Flow_Risky.score', activities.risksScore, { customer })) > 5;
    })
  ) {
    // risky
    return end('End_Risky');
  }
  return end('End');
}
