import {
  activitiesOf,
  asText,
  enter,
  evaluate,
  timer,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import type * as implementations from '../activities';
import { scripts as process } from './scripts.process';

const activities = activitiesOf<typeof implementations>();

/** Scripts in other languages. Generated from scripts.bpmn: change the diagram, then run `baton compile`. */
export async function scripts(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, script, end } = enter(process, input);

  // Price
  assign(
    await task('Task_Groovy', activities.script, {
      language: 'groovy',
      source: `def price = items.sum { it.price * it.quantity }
if (customer == 'gold') {
  price *= 0.9
}
execution.setVariable("price", "\${price}")`,
      variables: vars,
    }),
  );

  // Tax
  vars['tax rate'] = await task('Task_Python', activities.script, {
    language: 'python',
    source: "0.19 if country == 'DE' else 0.2",
    variables: vars,
  });

  // Word
  assign(await task('Task_Token', activities.script, { source: 'SET_WORD', variables: vars }));

  // Greeting
  vars.greeting = script('Task_Juel', () =>
    evaluate('Task_Juel', vars, ({ customer }) => asText`Hello ${customer}`),
  );

  // Count
  // prettier-ignore
  script('Task_Execution', (_vars, execution) => {
    var before = execution.getVariable("visits");
    execution.setVariable("visits", before == null ? 1 : before + 1);
  });

  // Date
  const dateOutcome = await guard(
    async () => {
      assign(
        await task('Task_Java', activities.script, {
          language: 'javascript',
          source: 'var today = new java.util.Date(); execution.setVariable("today", today)',
          variables: vars,
        }),
      );
    },
    { Event_Slow: timer('PT1H') },
  );
  if (dateOutcome !== 'Event_Slow') return end('End');
  return end('End_Slow');
}
