import type { Case } from '../case';

const items = [{ id: 'a', carrier: 'Calls_Carrier' }, { id: 'b' }];

export const cases: readonly Case[] = [
  {
    name: 'each instance and each turn is a call of its own',
    given: { items, open: true },
    answers: {
      sell: [{ sold: 1 }, { sold: 2 }],
      weigh: [{ weight: 5 }, { weight: 6, open: false }, { weight: 7 }],
    },
    path: ['Call_Each', 'Call_Each', 'Call_Again', 'Call_Again', 'End'],
    inputs: {
      sell: [{ item: items[0] }, { item: items[1] }],
      weigh: [
        { items, open: true, lastSold: 2, carrier: 'Calls_Carrier' },
        { items, open: true, lastSold: 2, weight: 5, parcelWeight: 5, carrier: 'Calls_Carrier' },
      ],
    },
    variables: { lastSold: 2, weight: 6, parcelWeight: 6, carrier: undefined },
  },
];
