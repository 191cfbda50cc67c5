import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'the condition holds',
    startEvent: 'Start_Low',
    given: { stock: 3 },
    path: ['Task_Reorder', 'End'],
  },
  {
    name: 'the condition does not hold',
    startEvent: 'Start_Low',
    given: { stock: 10 },
    fails: { type: 'InvalidInput', message: "does not start at 'Start_Low'" },
    path: [],
  },
  {
    name: 'without a condition',
    given: { stock: 10 },
    path: ['Task_Count', 'Task_Reorder', 'End'],
  },
];
