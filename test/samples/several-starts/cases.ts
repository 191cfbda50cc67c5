import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'counter', startEvent: 'Start_Counter', path: ['Task_Pack', 'End_Packed'] },
  {
    name: 'phone',
    startEvent: 'Start_Phone',
    path: ['Task_Address', 'Task_Charge', 'Task_Pack', 'End_Packed'],
  },
  { name: 'online', startEvent: 'Start_Online', path: ['Task_Charge', 'Task_Pack', 'End_Packed'] },
  { name: 'campaign', startEvent: 'Start_Campaign', path: ['Task_Mail', 'End_Mailed'] },
];
