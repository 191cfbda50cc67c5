import { enter, local, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import * as activities from '../contracts';
import { typedMappings as process } from './typed-mappings.process';

/** Mappings with types. Generated from typed-mappings.bpmn: change the diagram, then run `baton compile`. */
export async function typedMappings(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, scope, script, pass, end } = enter(process, input);

  // Price
  const priceVariables = await withOwn(
    vars,
    { net: vars.order.total - vars.discount, rate: null },
    async ({ vars }) => {
      await scope('Sub_Price', async () => {
        // Rate
        const rateResult = local(
          vars,
          await task('Task_Rate', activities.rate, { net: vars.net, country: vars.order.country }),
        );
        vars.rate = rateResult.rate;

        // Much?
        if (feelTest('Flow_Much', 'net > 100 and order.total > 100', vars)) {
          // Round
          vars.net = script('Task_Round', () => vars.order.total + 1);
          pass('End_Price');
        } else {
          pass('End_Little');
        }
      });
    },
  );
  vars.discount = priceVariables.rate;
  vars.order = { ...vars.order, weight: feel('Sub_Price', 'net * 2', priceVariables) };

  // Label
  const labelInput = local(vars, { clerk: `clerk-${vars.order.country}` });
  const labelResult = local(
    labelInput,
    await userTask('Task_Label', { assignee: labelInput.clerk, input: { clerk: labelInput.clerk } }),
  );
  vars.label = labelResult.label;
  return end('End');
}
