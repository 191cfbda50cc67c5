import {
  activitiesOf,
  enter,
  error,
  local,
  timer,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import { feel, feelTest } from 'batonflow/feel';
import type * as implementations from '../activities';
import { multiInstance as process } from './multi-instance.process';

const activities = activitiesOf<typeof implementations>();

/** Multi-instance. Generated from multi-instance.bpmn: change the diagram, then run `baton compile`. */
export async function multiInstance(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const { vars, task, userTask, guard, forEach, scope, part, pass, end } = enter(process, input, continued);
  if (continued?.at === 'Task_Pack') return part(packItemForAll);
  if (continued?.at === 'Task_Label') return part(labelParcelForAll);
  if (continued?.at === 'Task_Check') return part(checkParcelForAll);

  // Pack item
  // All at once.
  vars.parcels = await packItemForAll();

  // Label parcel
  await labelParcelForAll();

  // Get offers
  const getOffersOutcome = await guard(
    async () => {
      vars.offers = await forEach(
        'Sub_Offers',
        ['Ann', 'Bob', 'Cem'],
        async (carrier) => {
          const getOffersVariables = await withOwn(
            vars,
            { carrier, offer: undefined },
            async ({ vars, assign }) => {
              await scope('Sub_Offers', getOffers);

              // Get offers
              async function getOffers() {
                // Make an offer
                assign(await userTask('Task_Offer', { assignee: vars.carrier }));
                pass('End_Offer');
              }
            },
          );
          return getOffersVariables.offer;
        },
        { until: (instances) => instances.numberOfCompletedInstances >= 2 },
      );
    },
    { Event_Slow: timer('P2D') },
  );
  if (getOffersOutcome === 'Event_Slow') {
    // Too slow

    // No offers
    return end('End_Slow');
  }

  // Check parcel
  const checkParcelOutcome = await guard(() => checkParcelForAll(), { Event_Lost: error('LOST') });
  if (checkParcelOutcome === 'Event_Lost') {
    // Lost

    // Something is missing
    return end('End_Lost');
  }

  // Ring three times
  await forEach(
    'Task_Ring',
    1 + 2,
    async () => {
      pass('Task_Ring');
    },
    { concurrency: 1 },
  );

  // Done
  return end('End_Done');

  // Pack item
  function packItemForAll() {
    return forEach(
      'Task_Pack',
      vars.items,
      async (item) => {
        const packItemVariables = await withOwn(
          vars,
          { item, parcel: undefined },
          async ({ vars, assign }) => {
            assign(await task('Task_Pack', activities.wrap, vars));
          },
        );
        return feel('Task_Pack', 'parcel.id', packItemVariables);
      },
      { slices: true },
    );
  }

  // Label parcel
  function labelParcelForAll() {
    return forEach(
      'Task_Label',
      vars.parcels,
      async (parcel, index) => {
        await withOwn(vars, { parcel, loopCounter: index + 1 }, async ({ vars }) => {
          const labelParcelResult = local(
            vars,
            await task('Task_Label', activities.label, { id: vars.parcel, number: vars.loopCounter }),
          );
          vars.barcode = labelParcelResult.barcode;
        });
      },
      { concurrency: 1, slices: true },
    );
  }

  // Check parcel
  function checkParcelForAll() {
    return forEach(
      'Task_Check',
      vars.parcels,
      async (parcel) => {
        await withOwn(vars, { parcel }, async ({ vars, assign }) => {
          assign(await task('Task_Check', activities.check, vars));
        });
      },
      {
        concurrency: 1,
        until: (_instances, { item }) =>
          feelTest('Task_Check', 'parcel = last or enough', local(vars, { parcel: item })),
        slices: true,
      },
    );
  }
}
