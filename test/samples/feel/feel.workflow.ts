import { activitiesOf, enter, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { feelProcess as process } from './feel.process';

const activities = activitiesOf<typeof implementations>();

/** FEEL. Generated from feel.bpmn: change the diagram, then run `baton compile`. */
export async function feelProcess(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, script, end } = enter(process, input);

  // Sum up
  vars.total = script('Task_Sum', () =>
    feel('Task_Sum', 'sum(for item in items return item.price * item.quantity)', vars),
  );

  // Grace period
  await wait('Event_Grace', timer(feel('Event_Grace', 'duration("P" + string(days) + "D")', vars)));

  // Until the day
  await wait('Event_Until', timer(feel('Event_Until', 'date and time(deadline)', vars)));

  // Which?
  if (feelTest('Flow_5', 'some item in items satisfies item.price > limit', vars)) {
    // Call
    assign(
      await task('Task_Call', activities.call, {
        names: feel('Task_Call', 'items[price > 5].name', vars),
        late: feel('Task_Call', 'today() >= date("2030-01-01")', vars),
      }),
    );
  } else if (feelTest('Flow_6', 'contains(lower case(customer.name), "ann") and total in [10..20]', vars)) {
    // Mail
    assign(await task('Task_Mail', activities.mail, vars));
  }
  return end('End');
}
