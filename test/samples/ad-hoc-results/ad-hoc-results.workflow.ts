import { activitiesOf, enter, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { purchase as process } from './ad-hoc-results.process';

const activities = activitiesOf<typeof implementations>();

/** Purchase. Generated from ad-hoc-results.bpmn: change the diagram, then run `baton compile`. */
export async function purchase(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, adHoc, pass, end } = enter(process, input);

  // Get quotes
  const getQuotesVariables = await withOwn(vars, { quotes: [] }, async ({ vars }) => {
    await adHoc(
      'Sub_Quotes',
      {
        Task_Ann: async () => {
          const askAnnVariables = await withOwn(vars, { price: undefined }, async ({ assign }) => {
            // Ask Ann
            assign(await userTask('Task_Ann'));
          });
          vars.quotes = [...vars.quotes, askAnnVariables.price];
        },
        Task_Bob: async () => {
          const askBobVariables = await withOwn(vars, { price: undefined }, async ({ assign }) => {
            // Ask Bob
            assign(await userTask('Task_Bob'));
          });
          vars.quotes = [...vars.quotes, askBobVariables.price];
        },
        Task_Cem: async () => {
          const askCemVariables = await withOwn(vars, { price: undefined }, async ({ vars, assign }) => {
            // Ask Cem
            assign(await userTask('Task_Cem'));

            // Sure?
            if (feelTest('Flow_Sure', 'sure', vars)) {
              // Take a note
              pass('Task_Note');
            } else {
              // Check the price
              assign(await task('Task_Check', activities.checkTwice, vars));
            }
          });
          vars.quotes = [...vars.quotes, askCemVariables.price];
        },
      },
      { start: vars.suppliers, until: () => feelTest('Sub_Quotes', 'count(quotes) = 2', vars) },
    );
  });
  vars.quotes = getQuotesVariables.quotes;

  // Order
  const orderVariables = await withOwn(vars, { letters: [] }, async ({ vars, assign }) => {
    await adHoc(
      'Sub_Order',
      {
        Task_Order: async () => {
          // Write an order
          assign(await task('Task_Order', activities.writeLetter, vars));

          vars.letters = [...vars.letters, feel('Sub_Order', '{ best: min(quotes), sent: sent }', vars)];
        },
        Task_Thank: async () => {
          // Thank the others
          assign(await task('Task_Thank', activities.writeLetter, vars));

          vars.letters = [...vars.letters, feel('Sub_Order', '{ best: min(quotes), sent: sent }', vars)];
        },
      },
      { sequential: true },
    );
  });
  vars.letters = orderVariables.letters;
  return end('End');
}
