import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'letter', given: { kind: 'letter' }, path: ['Task_Label', 'Task_Send', 'End'] },
  { name: 'animal', given: { kind: 'animal' }, path: ['End_Refused'] },
  {
    name: 'large',
    given: { kind: 'parcel', size: 11 },
    path: ['Task_Wrap', 'Task_Label', 'Task_Send', 'End'],
  },
  { name: 'tiny', given: { kind: 'parcel', size: 0.5 }, path: ['Task_Send', 'End'] },
  {
    name: 'others',
    given: { kind: 'parcel', size: 5 },
    path: ['Task_Weigh', 'Task_Wrap', 'Task_Label', 'Task_Send', 'End'],
  },
];
