import type { Case } from '../case';

const given = {
  price: 30,
  quantity: 4,
  order: {},
  count: 1,
  limit: 5,
  lines: [{ amount: 3 }, { amount: 6 }, { amount: 9 }],
};

export const cases: readonly Case[] = [
  {
    name: 'expensive',
    given,
    path: ['Task_Total', 'Task_Lines', 'Task_Approve', 'End'],
    variables: { total: 120, order: { checked: true }, count: 2, largest: 9, lineTotal: 15 },
  },
  { name: 'cheap', given: { ...given, price: 1 }, path: ['Task_Total', 'Task_Lines', 'End'] },
  {
    name: 'a script that throws',
    given: { ...given, order: null },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Task_Total' failed" },
  },
];
