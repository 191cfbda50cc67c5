import {
  activitiesOf,
  enter,
  error,
  local,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { slices as process } from './slices.process';

const activities = activitiesOf<typeof implementations>();

/** Thousands of instances. Generated from slices.bpmn: change the diagram, then run `baton compile`. */
export async function slices(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, task, guard, forEach, script, part, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Price') return part(lookUpThePriceForAll);
  if (continued?.at === 'Task_Add') return part(addThePriceForAll);
  if (continued?.at === 'Task_Count') return part(countForAll);
  if (continued?.at === 'Task_Send') return part(sendParcelForAll);

  // Look up the price
  vars.prices = await lookUpThePriceForAll();

  // Add the price
  await addThePriceForAll();

  // Count
  await countForAll();

  // Send parcel
  const sendParcelOutcome = await guard(() => sendParcelForAll(), { Event_Lost: error('LOST') });
  if (sendParcelOutcome !== 'Event_Lost') return end('End_Sent'); // All sent

  // Lost

  // One is lost
  return end('End_Lost');

  // Look up the price
  function lookUpThePriceForAll() {
    return forEach(
      'Task_Price',
      vars.items,
      async (item) => {
        const lookUpThePriceVariables = await withOwn(vars, { item }, async ({ vars }) => {
          const lookUpThePriceResult = local(
            vars,
            await task('Task_Price', activities.lookUpPrice, { id: vars.item }),
          );
          vars.price = lookUpThePriceResult.price;
        });
        return feel('Task_Price', 'item * price', lookUpThePriceVariables);
      },
      { slices: true },
    );
  }

  // Add the price
  function addThePriceForAll() {
    return forEach(
      'Task_Add',
      vars.prices,
      async (amount) => {
        await withOwn(vars, { amount }, async ({ vars }) => {
          vars.total = script('Task_Add', () => feel('Task_Add', 'total + amount', vars));
        });
      },
      { concurrency: 1, slices: true },
    );
  }

  // Count
  function countForAll() {
    return forEach(
      'Task_Count',
      vars.numbers,
      async (_item, index) => {
        await withOwn(vars, { loopCounter: index + 1 }, async ({ vars }) => {
          vars.counted = script('Task_Count', () => vars.loopCounter);
        });
      },
      {
        concurrency: 1,
        until: (instances) =>
          feelTest('Task_Count', 'numberOfCompletedInstances = enough', local(vars, instances)),
        slices: true,
      },
    );
  }

  // Send parcel
  function sendParcelForAll() {
    return forEach(
      'Task_Send',
      vars.parcels,
      async (parcel) => {
        await withOwn(vars, { parcel }, async ({ vars, assign }) => {
          assign(await task('Task_Send', activities.sendParcel, { id: vars.parcel }));
        });
      },
      { slices: true },
    );
  }
}
