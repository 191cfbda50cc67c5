import {
  activitiesOf,
  chosen,
  enter,
  parallel,
  when,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { damageClaim as process } from './incidents.process';

const activities = activitiesOf<typeof implementations>();

/** Damage claim. Generated from incidents.bpmn: change the diagram, then run `baton compile`. */
export async function damageClaim(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, attempt, choose, script, turn, end } = enter(process, input, continued);

  while (true) {
    await turn('Task_Sum');

    // Add up the damage
    vars.total = await attempt(() => script('Task_Sum', () => feel('Task_Sum', 'sum(damages.amount)', vars)));

    // How much?
    const howMuchFlow = await choose('Gateway_Size', {
      Flow_Small: () => feelTest('Flow_Small', 'total <= limits.small', vars),
      Flow_Large: () => feelTest('Flow_Large', 'total > limits.large', vars),
    });
    if (howMuchFlow === 'Flow_Small') {
      // Pay at once
      assign(
        await task('Task_Small', activities.pay, {
          iban: await attempt(() => feel('Task_Small', 'customer.iban', vars)),
          amount: vars.total,
        }),
      );
    } else {
      // Send an expert
      assign(await task('Task_Expert', activities.sendExpert, vars, { retry: { maximumAttempts: 1 } }));
    }

    // Whom to tell?
    await parallel(
      ...(await attempt(() =>
        chosen(
          'Gateway_Tell',
          when(feelTest('Flow_Mail', 'list contains(tell, "customer")', vars), async () => {
            // Write to the customer
            assign(await task('Task_Mail', activities.mail, vars));
          }),
          when(feelTest('Flow_Agent', 'list contains(tell, "agent")', vars), async () => {
            // Tell the agent
            assign(await task('Task_Agent', activities.tellAgent, vars));
          }),
        ),
      )),
    );

    // Another one?
    if (!(await attempt(() => feelTest('Flow_Again', 'more', vars)))) break;

    // Fetch the next one
    assign(await task('Task_Next', activities.fetchNext, vars));
  }
  return end('End');
}
