import { activitiesOf, enter, local, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { complexGateway as process } from './complex-gateway.process';

const activities = activitiesOf<typeof implementations>();

/**
 * Two offers of three are enough. Generated from complex-gateway.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function complexGateway(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, scope, pass, go, complexJoin } = enter(process, input);

  await scope(async () => {
    const twoAreEnough = complexJoin(
      order,
      ['Flow_3', 'Flow_5', 'Flow_7'],
      () => ({ Flow_3: [askA], Flow_5: [askB], Flow_7: [askC] }),
      (activationCount) => feelTest('CPX_Enough', 'activationCount >= 2', local(vars, { activationCount })),
    );
    go(askA, askB, askC);

    async function askA() {
      // Ask A
      assign(await task('Task_OfferA', activities.askA, vars));
      twoAreEnough('Flow_3');
    }

    async function askB() {
      // Ask B
      assign(await task('Task_OfferB', activities.askB, vars));
      twoAreEnough('Flow_5');
    }

    async function askC() {
      // Ask C
      assign(await task('Task_OfferC', activities.askC, vars));
      twoAreEnough('Flow_7');
    }

    async function order() {
      // Two are enough

      // Order
      assign(await task('Task_Order', activities.order, vars));

      // Ordered
      pass('End_Ordered');
    }
  });
  return vars;
}
