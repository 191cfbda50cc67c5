import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'both sub-processes, and what follows one of them',
    answers: { cook: { soup: true }, bookRoom: { room: 7 } },
    visited: [
      'End',
      'End_Hall',
      'End_Kitchen',
      'SubProcess_Hall',
      'SubProcess_Kitchen',
      'Task_Book',
      'Task_Cook',
      'Task_Invite',
    ],
  },
];
