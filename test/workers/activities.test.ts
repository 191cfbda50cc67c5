import { activityContract } from '../../src/shared/activity-contract';
import { defineActivity } from '../../src/activities';
import { collectActivities, missingActivities } from '../../src/workers/activities';

const contracts = {
  charge: activityContract('chargeCard', {}),
  ship: activityContract('ship', {}),
  elsewhere: activityContract('elsewhere', { taskQueue: 'java' }),
  notAContract: 1,
};
const charge = defineActivity(contracts.charge, () => undefined);
async function ship(): Promise<void> {
  await Promise.resolve();
}

test('modules, records, functions and arrays of them; contracts name their activities', () => {
  const collected = collectActivities([{ pay: charge, constant: 5 }, ship, [{ ship }], { other: ship }]);
  expect(collected).toEqual({ chargeCard: charge, ship, other: ship });
  expect(collectActivities(undefined)).toEqual({});
});

test('two functions of one name are told with their places, all of them', () => {
  const collect = () =>
    collectActivities([
      { charge, ship },
      { chargeCard: async () => undefined },
      { ship: async () => undefined },
    ]);
  expect(collect).toThrow(
    [
      'Two activities with one name on one worker:',
      '  chargeCard: activities[0].charge and activities[1].chargeCard',
      '  ship: activities[0].ship and activities[2].ship',
    ].join('\n'),
  );
});

test('a function without a name is told with its place', () => {
  expect(() => collectActivities([async () => undefined])).toThrow(
    'activities[0] is a function without a name',
  );
});

test('contracts without implementation are found, except those of other task queues', () => {
  expect(missingActivities(contracts, { charge })).toEqual(['ship']);
});
