import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'what starts it is its input, also from a client',
    given: { order: 17 },
    path: ['Task_Check', 'Task_Answer', 'End_Answered'],
    variables: { order: 17 },
  },
];
