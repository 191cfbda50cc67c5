import type { Case } from '../case';

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
const many = { items: upTo(1200), total: 0, numbers: upTo(1800), enough: 1650, parcels: [1] };

export const cases: readonly Case[] = [
  {
    name: 'few are done in the run',
    given: { items: [1, 2, 3], total: 0, numbers: [7, 8, 9], enough: 2, parcels: [1] },
    answers: { lookUpPrice: { price: 2 } },
    path: [
      ...['Task_Price', 'Task_Price', 'Task_Price', 'Task_Add', 'Task_Add', 'Task_Add'],
      ...['Task_Count', 'Task_Count', 'Task_Send', 'End_Sent'],
    ],
    variables: { prices: [2, 4, 6], total: 12, counted: 2 },
  },
  {
    name: 'many by child workflows: results in order, sums and counts as if it were one run',
    given: many,
    answers: { lookUpPrice: { price: 2 } },
    variables: {
      prices: many.items.map((item) => item * 2),
      total: 1200 * 1201,
      counted: 1650,
      item: undefined,
      amount: undefined,
    },
  },
  {
    name: 'an error of one is caught on the whole',
    given: { items: [], total: 0, numbers: [], enough: 1, parcels: [1, 2, 3] },
    answers: { sendParcel: [{}, { throws: 'LOST' }, {}] },
    path: [
      ...['Task_Price', 'Task_Add', 'Task_Count', 'Task_Send', 'Task_Send', 'Task_Send'],
      ...['Event_Lost', 'End_Lost'],
    ],
  },
];
