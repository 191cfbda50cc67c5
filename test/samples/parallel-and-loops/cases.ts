import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'two rounds',
    answers: { dig: [{ depth: 1 }, { depth: 3 }, { depth: 9 }], pour: [{ rounds: 1 }, { rounds: 2 }] },
    visited: ['End', 'Task_Dig', 'Task_Dig', 'Task_Dig', 'Task_Pour', 'Task_Pour'],
  },
];
