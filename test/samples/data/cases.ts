import type { Case } from '../case';

const order = { id: 7, country: 'de' };

export const cases: readonly Case[] = [
  {
    name: 'data flow along associations, and stay in the scope that has them',
    given: { order, priceList: { a: 2 }, amount: 'outer' },
    answers: { splitOrder: { parts: ['a', 'b'], other: 1 }, price: { total: 5, country: 'x' } },
    path: ['Task_Look', 'Task_Split', 'Task_Price', 'Sub_Note', 'Task_Draft', 'End_Note', 'End'],
    inputs: {
      splitOrder: [{ whole: order, country: 'DE' }],
      price: [{ orderLines: ['a', 'b'], priceList: { a: 2 } }],
    },
    variables: {
      order: { ...order, total: 10, currency: 'EUR' },
      orderLines: ['a', 'b'],
      note: 'Total: 11 EUR',
      amount: 'outer',
      draft: undefined,
      other: undefined,
      country: undefined,
      total: undefined,
    },
  },
  {
    name: 'a transformation fails',
    given: { order: null },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Task_Split' failed" },
  },
];
