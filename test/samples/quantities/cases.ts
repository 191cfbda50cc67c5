import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'two pairs of four wheels',
    given: { frame: true },
    visited: ['End_Mounted', 'End_Mounted', 'Task_Mount', 'Task_Mount', 'Task_Saw'],
  },
  {
    name: 'all of them go the same way',
    given: { frame: false },
    visited: [
      ...Array<string>(4).fill('End_Stored'),
      'Task_Saw',
      ...Array<string>(4).fill('Task_Store'),
    ].sort(),
  },
];
