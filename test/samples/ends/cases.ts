import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'found: the other branch is stopped',
    answers: { search: { found: true } },
    visited: ['End_Found', 'Event_Late', 'Task_Search'],
  },
  {
    name: 'not found: the process goes on until it is late',
    answers: { search: { found: false } },
    visited: ['End_Late', 'Event_Late', 'Task_Report', 'Task_Search', 'Task_Watch'],
  },
];
