import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'fields that may be written, and only those',
    given: { amount: 100 },
    when: [
      {
        complete: 'Task_Check',
        result: { verdict: 'pay', share: 50, amount: 1_000_000, payOn: '2030-01-31' },
      },
    ],
    variables: { verdict: 'pay', share: 50, amount: 100, payOn: '2030-01-31' },
  },
];
