import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'back by one link, on by the other',
    answers: { check: [{ faults: 1 }, { faults: 0 }] },
    path: [
      'Task_Check',
      'Task_Repair',
      'Link_Again',
      'Link_Check',
      'Task_Check',
      'Link_Done',
      'Link_End',
      'Task_Deliver',
      'End_Delivered',
    ],
  },
];
