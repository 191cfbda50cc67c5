import {
  activitiesOf,
  enter,
  local,
  parallel,
  timer,
  withOwn,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { mappings as process } from './mappings.process';

const activities = activitiesOf<typeof implementations>();

/** Mappings. Generated from mappings.bpmn: change the diagram, then run `baton compile`. */
export async function mappings(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, guard, scope, script, pass, end } = enter(process, input);

  // Prepare
  const prepareInput = local(vars, { pieces: feel('Task_Prepare', 'count(order.items)', vars) });
  pass('Task_Prepare');
  vars.order = { ...vars.order, bulky: feel('Task_Prepare', 'pieces > 1', prepareInput) };

  // Pack
  // One item, with what belongs to it.
  const packOutcome = await guard(
    async () => {
      const packInput = local(vars, { item: feel('Sub_Pack', 'order.items[1]', vars) });
      const packVariables = await withOwn(
        packInput,
        { fragile: feel('Sub_Pack', 'item.fragile', packInput), weight: null },
        async ({ vars, assign }) => {
          await scope('Sub_Pack', async () => {
            // Fragile?
            if (feelTest('Flow_Fragile', 'fragile', vars)) {
              // Pad
              assign(await task('Task_Pad', activities.wrap, { name: feel('Task_Pad', 'item.name', vars) }));
            }

            await parallel(async () => {
              // Weigh
              assign(await task('Task_Weigh', activities.weigh, vars));
            }, label);
            pass('End_Pack');
          });

          async function label() {
            // Label
            vars.label = script('Task_Label', () => feel('Task_Label', '"to " + customer', vars));

            // Print
            const printInput = local(vars, { who: feel('Task_Print', 'packers[1]', vars), text: vars.label });
            const printResult = local(
              printInput,
              await userTask('Task_Print', {
                assignee: printInput.who,
                input: { who: printInput.who, text: printInput.text },
              }),
            );
            vars.copies = printResult.copies;
          }
        },
      );
      vars.order = { ...vars.order, weight: packVariables.weight };
      vars.label = packVariables.label;
    },
    { Event_Late: timer('P1D') },
  );
  if (packOutcome === 'Event_Late') return end('End_Late'); // Late

  // Ship
  const shipResult = local(
    vars,
    await task('Task_Ship', activities.ship, {
      weight: feel('Task_Ship', 'order.weight', vars),
      kind: vars.express,
    }),
  );
  vars.tracking = feel('Task_Ship', 'tracking.id', shipResult);
  return end('End');
}
