import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'all branches, then the rest',
    answers: { cook: { soup: true }, bake: { bread: true }, bookRoom: { room: 7 } },
    visited: ['End', 'Task_Bake', 'Task_Book', 'Task_Cook', 'Task_Invite', 'Task_Serve', 'Task_Shop'],
    inputs: { inviteGuests: [{ soup: true, bread: true, room: 7 }] },
  },
];
