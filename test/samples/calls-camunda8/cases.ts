import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'a process that is found by an expression checks what it is given',
    given: { customer: { name: 'Ada' }, amount: 600, next: 'rating' },
    answers: { sell: { sold: true } },
    fails: { type: 'InvalidInput', message: 'process rating: input does not fit: customer:' },
  },
  {
    name: 'everything goes in and out, unless it is switched off or mapped',
    given: { customer: { name: 'Ada' }, amount: 600, next: 'Calls_Carrier' },
    answers: { sell: { sold: true }, weigh: { weight: 5 } },
    path: ['Call_All', 'Call_Rating', 'Call_Next', 'End'],
    variables: { sold: true, grade: 'A', reason: undefined, weight: undefined, amount: 600 },
  },
];
