import { enter, local, withOwn, type Continued, type InputOf, type OutputOf } from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import { collectedSoFar as process } from './collected-so-far.process';

/** Collected so far. Generated from collected-so-far.bpmn: change the diagram, then run `baton compile`. */
export async function collectedSoFar(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, forEach, scope, script, part, pass, end } = enter(process, input, continued);
  if (continued?.at === 'Sub_Rate') return part(rateOfferForAll);

  // Rate offer
  vars.ratings = await rateOfferForAll();
  return end('End');

  // Rate offer
  function rateOfferForAll() {
    return forEach(
      'Sub_Rate',
      vars.offers,
      async (offer) => {
        const rateOfferVariables = await withOwn(vars, { offer, points: undefined }, async ({ vars }) => {
          const rateOfferVariables = await withOwn(
            vars,
            { points: feel('Sub_Rate', 'offer.price', vars) },
            async ({ vars }) => {
              await scope('Sub_Rate', async () => {
                // Double
                vars.points = script('Task_Double', () => feel('Task_Double', 'points * 2', vars));
                pass('End_Rate');
              });
            },
          );
          vars.points = rateOfferVariables.points;
        });
        return rateOfferVariables.points;
      },
      {
        concurrency: 1,
        until: (_instances, { results }) =>
          feelTest('Sub_Rate', 'count(ratings[item >= 50]) = 2', local(vars, { ratings: results })),
        slices: true,
      },
    );
  }
}
