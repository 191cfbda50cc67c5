import type { Case } from '../case';

/** All three together: test/workflows/drawn-messages.integration.test.ts. */
export const cases: readonly Case[] = [
  {
    name: 'the buyer gets the goods',
    process: 'goodsBuyer',
    when: [{ message: 'Goods' }],
    path: ['Task_Order', 'Task_Goods', 'Task_Praise', 'End_Buyer'],
    inputs: { writeLetter: [{}] },
  },
];
