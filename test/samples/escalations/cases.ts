import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'the manager is informed, and approving goes on',
    given: { amount: 2000 },
    when: [{ complete: 'Task_Approve', result: { approved: true } }],
    visited: [
      ...['End_Approved', 'End_Informed', 'End_Paid', 'Event_Asked', 'Event_Inform', 'Event_Much'],
      ...['Sub_Approve', 'Task_Approve', 'Task_Check', 'Task_Inform', 'Task_Pay'],
    ],
  },
  {
    name: 'refused: the sub-process ends, and what follows escalates further',
    given: { amount: 10 },
    when: [{ complete: 'Task_Approve', result: { approved: false } }],
    path: [
      ...['Sub_Approve', 'Event_Asked', 'Task_Check', 'Task_Approve', 'End_Refused', 'Event_Refused'],
      ...['End_Escalated', 'Start_Final', 'Sub_Final', 'Task_Record', 'End_Recorded'],
    ],
    variables: { reason: 'REFUSED' },
  },
];
