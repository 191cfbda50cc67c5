import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'repaired, planned again, handed over',
    answers: { check: [{ throws: 'BROKEN' }, { again: true }, { again: false }] },
    visited: [
      ...['Event_Broken', 'Task_Check', 'Task_Check', 'Task_Check', 'Task_Done', 'Task_Left', 'Task_Left'],
      ...['Task_Plan', 'Task_Plan', 'Task_Repair', 'Task_Right', 'Task_Right'],
    ],
  },
];
