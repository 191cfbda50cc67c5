import {
  asText,
  enter,
  evaluate,
  local,
  toNumber,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as processes from './own-variables.process';

/**
 * Variables of steps in Camunda 7. Generated from own-variables.bpmn: change the diagram, then run
 * `baton compile`.
 */
export async function ownVariables(
  input: InputOf<typeof processes.ownVariables>,
): Promise<OutputOf<typeof processes.ownVariables>> {
  const { vars, assign, call, forEach, scope, script, pass, end } = enter(processes.ownVariables, input);

  // Round
  const roundInput = local(vars, { price: vars.net });
  roundInput.price = script('Task_Round', () => evaluate('Task_Round', roundInput, ({ price }) => price * 2));
  vars.doubled = roundInput.price;

  // All comes back
  const allComesBackInput = local(vars, {
    amount: evaluate('Call_All', vars, ({ net }) => toNumber(net) + 1),
  });
  assign(await call('Call_All', processes.ownVariablesCalled, { amount: allComesBackInput.amount }), {
    except: ['amount'],
  });

  // Kept for the outputs
  const keptForTheOutputsResult = await call('Call_Kept', processes.ownVariablesCalled, {
    amount: evaluate('Call_Kept', vars, ({ net }) => net * 10),
  });
  const keptForTheOutputsKept = local(vars, {
    label: evaluate('Call_Kept', keptForTheOutputsResult, ({ amount }) => asText`Tax of ${amount}`),
  });
  Object.assign(keptForTheOutputsKept, { tax: keptForTheOutputsResult.tax });
  vars.summary = evaluate('Call_Kept', keptForTheOutputsKept, ({ label, tax }) => asText`${label}: ${tax}`);

  // All is kept
  const allIsKeptResult = await call('Call_AllKept', processes.ownVariablesCalled, { amount: vars.net });
  const allIsKeptKept = local(vars, { ...allIsKeptResult });
  vars.small = allIsKeptKept.tax;

  // Pack
  await forEach(
    'Sub_Pack',
    vars.items,
    (item, _index, instances) =>
      withOwn(local(vars, instances), { item }, async ({ vars }) => {
        await scope('Sub_Pack', pack);

        // Pack
        async function pack() {
          // Label
          vars.labels = script('Task_Label', () => {
            return evaluate('Task_Label', vars, ({ item, labels, nrOfCompletedInstances, nrOfInstances }) => {
              return asText`${labels}; ${item} is ${nrOfCompletedInstances + 1} of ${nrOfInstances}`;
            });
          });
          pass('End_Pack');
        }
      }),
    { concurrency: 1 },
  );

  // Count
  await forEach('Task_Count', 3, (_item, _index, instances) =>
    withOwn(vars, instances, async ({ vars }) => {
      vars.active = script('Task_Count', () =>
        evaluate('Task_Count', vars, ({ active, nrOfInstances }) => toNumber(active) + nrOfInstances),
      );
    }),
  );
  return end('End');
}

/** Tax. Generated from own-variables.bpmn: change the diagram, then run `baton compile`. */
export async function ownVariablesCalled(
  input: InputOf<typeof processes.ownVariablesCalled>,
): Promise<OutputOf<typeof processes.ownVariablesCalled>> {
  const { vars, script, end } = enter(processes.ownVariablesCalled, input);

  // Tax
  vars.tax = script('Task_Tax', () => evaluate('Task_Tax', vars, ({ amount }) => amount / 10));
  return end('End_Called');
}
