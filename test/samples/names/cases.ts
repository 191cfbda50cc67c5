import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'all steps',
    given: { name: "it's" },
    visited: [
      ...['End', 'Task.5-x', 'Task.5-y', 'Task_1', 'Task_1b', 'Task_2', 'Task_2b'],
      ...['Task_3', 'Task_3b', 'Task_4', 'Task_4b', 'Task_6'],
    ],
  },
];
