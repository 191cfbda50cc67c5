import type { Case } from '../case';

const given = {
  items: [
    { name: 'a', price: 3, quantity: 2 },
    { name: 'b', price: 8, quantity: 1 },
  ],
  days: 2,
  deadline: '2030-01-01T00:00:00Z',
  limit: 5,
  customer: { name: 'Anna' },
};

export const cases: readonly Case[] = [
  {
    name: 'filters, quantifiers, dates',
    given,
    path: ['Task_Sum', 'Event_Grace', 'Event_Until', 'Task_Call', 'End'],
    inputs: { call: [{ names: ['b'], late: true }] },
    variables: { total: 14 },
  },
  {
    name: 'ranges',
    given: { ...given, limit: 9 },
    path: ['Task_Sum', 'Event_Grace', 'Event_Until', 'Task_Mail', 'End'],
  },
  {
    name: 'neither',
    given: { ...given, limit: 9, customer: { name: 'Bob' } },
    path: ['Task_Sum', 'Event_Grace', 'Event_Until', 'End'],
  },
  {
    name: 'null where a value is needed',
    given: { ...given, days: 'two' },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Event_Grace' failed" },
  },
];
