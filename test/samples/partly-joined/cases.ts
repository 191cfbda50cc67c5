import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'joined and free branches',
    answers: { orderWheels: { wheels: 4 }, weldFrame: { frame: 1 } },
    visited: ['End_Advertised', 'End_Built', 'Task_Advertise', 'Task_Assemble', 'Task_Frame', 'Task_Wheels'],
    variables: { wheels: 4, frame: 1 },
  },
];
