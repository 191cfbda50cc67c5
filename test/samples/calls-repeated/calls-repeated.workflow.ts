import {
  enter,
  evaluate,
  holds,
  local,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { callsRepeated as process } from './calls-repeated.process';
import { seller } from '../pools/pools.process';

/**
 * Calls again and again. Generated from calls-repeated.bpmn: change the diagram, then run `baton compile`.
 */
export async function callsRepeated(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, call, forEach, part, end } = enter(process, input, continued);
  if (continued?.at === 'Call_Each') return part(eachForAll);

  // Each
  await eachForAll();

  // Again
  for (let againTurn = 0; againTurn < 3; againTurn++) {
    const againInput = local(vars, {
      carrier: evaluate('Call_Again', vars, ({ items }) => items[0].carrier),
    });
    Object.assign(againInput, await call('Call_Again', againInput.carrier, againInput));
    vars.parcelWeight = againInput.weight;
    if (!holds('Call_Again', vars, ({ open }) => open)) break;
  }
  return end('End');

  // Each
  function eachForAll() {
    return forEach(
      'Call_Each',
      vars.items,
      async (item) => {
        await withOwn(vars, { item }, async ({ vars }) => {
          const eachResult = await call(
            'Call_Each',
            seller,
            { item: vars.item },
            { businessKey: evaluate('Call_Each', vars, ({ item }) => item.id) },
          );
          vars.lastSold = eachResult.sold;
        });
      },
      { concurrency: 1, slices: true },
    );
  }
}
