import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'once per branch, until two tokens are one again',
    visited: ['End_Reported', 'Task_Mail', 'Task_Note', 'Task_Note', 'Task_Phone', 'Task_Report'],
  },
];
