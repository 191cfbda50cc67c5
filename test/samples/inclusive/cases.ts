import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'both',
    answers: { weigh: { fragile: true, weight: 80 }, wrap: { wrapped: true }, orderCrane: { crane: 7 } },
    visited: ['End_Shipped', 'Task_Crane', 'Task_Ship', 'Task_Weigh', 'Task_Wrap'],
    variables: { wrapped: true, crane: 7 },
  },
  {
    name: 'one',
    answers: { weigh: { fragile: false, weight: 80 }, orderCrane: { crane: 7 } },
    path: ['Task_Weigh', 'Task_Crane', 'Task_Ship', 'End_Shipped'],
    variables: { crane: 7 },
  },
  {
    name: 'none: the default',
    answers: { weigh: { fragile: false, weight: 1 } },
    path: ['Task_Weigh', 'Task_Ship', 'End_Shipped'],
  },
];
