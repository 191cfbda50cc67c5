import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'first',
    given: { tier: 'gold', orders: 9, rush: true },
    path: ['Task_Gold', 'Task_Rush', 'Task_Ship', 'End'],
  },
  {
    name: 'second',
    given: { tier: 'silver', orders: 4, rush: false },
    path: ['Task_Silver', 'Task_Ship', 'End'],
  },
  {
    name: 'default',
    given: { tier: 'silver', orders: 3, rush: false },
    path: ['Task_Note', 'Task_Ship', 'End'],
  },
  {
    name: 'a condition that is neither true nor false',
    given: { tier: 'gold', rush: 'maybe' },
    fails: { type: 'ExpressionFailed', message: 'Expression of \'Flow_9\' failed: it gave "maybe"' },
  },
];
