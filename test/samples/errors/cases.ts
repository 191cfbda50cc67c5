import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'code and message go into variables',
    answers: { order: { throws: 'REJECTED' } },
    path: ['Task_Order', 'Event_Rejected', 'End_Rejected'],
    variables: { code: 'REJECTED', reason: 'REJECTED' },
  },
  {
    name: 'any other error',
    answers: { order: { throws: 'ON_STRIKE' } },
    path: ['Task_Order', 'Event_Other', 'End_Rejected'],
    variables: { reason: 'ON_STRIKE', code: undefined },
  },
  {
    name: 'an error leaves branches and sub-processes until somebody catches it',
    answers: { left: { throws: 'BROKEN' } },
    visited: [
      ...['End_Produced', 'End_Repaired', 'Start_Repair', 'Sub_Parts', 'Sub_Produce', 'Sub_Repair'],
      ...['Task_Left', 'Task_Order', 'Task_Repair', 'Task_Right'],
    ],
    variables: { reason: 'BROKEN' },
  },
  {
    name: 'one error becomes another',
    answers: { left: { throws: 'BROKEN' }, repair: { throws: 'BROKEN' } },
    fails: { type: 'BpmnError', message: 'Irreparable' },
  },
];
