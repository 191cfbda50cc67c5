import { activitiesOf, enter, local, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel } from 'batonflow/feel';
import type * as implementations from '../activities';
import { data as process } from './data.process';

const activities = activitiesOf<typeof implementations>();

/** Data. Generated from data.bpmn: change the diagram, then run `baton compile`. */
export async function data(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, scope, script, pass, end } = enter(process, input);

  // Look at it
  pass('Task_Look');

  // Split
  const splitResult = local(
    vars,
    await task('Task_Split', activities.splitOrder, {
      whole: vars.order,
      country: feel('Task_Split', 'upper case(order.country)', vars),
    }),
  );
  vars.orderLines = splitResult.parts;

  // Price
  const priceResult = local(
    vars,
    await task('Task_Price', activities.price, { orderLines: vars.orderLines, priceList: vars.priceList }),
  );
  vars.order = { ...vars.order, total: feel('Task_Price', 'total * 2', priceResult) };
  vars.order = { ...vars.order, currency: 'EUR' };

  // Note
  await withOwn(vars, { draft: undefined, amount: undefined }, async ({ vars }) => {
    await scope('Sub_Note', async () => {
      // Draft
      script(
        'Task_Draft',
        (vars) => {
          vars.amount = vars.order.total + 1;
          vars.draft = 'Total: ' + vars.amount;
          vars.note = vars.draft + ' ' + vars.order.currency;
        },
        vars,
      );
      pass('End_Note');
    });
  });
  return end('End');
}
