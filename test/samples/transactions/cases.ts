import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'paid',
    answers: { pay: { paid: 'yes' } },
    when: [{ complete: 'Task_Wait' }],
    visited: [
      ...['End_Paid', 'End_Sent', 'End_Waited', 'Task_Pay', 'Task_Seat', 'Task_Ticket', 'Task_Wait'],
      'Transaction_Book',
    ],
  },
  {
    name: 'cancelled: what runs is called off, what was done is undone',
    answers: { pay: { paid: 'no' } },
    path: [
      ...['Transaction_Book', 'Task_Wait', 'Task_Seat', 'Task_Pay', 'End_Cancel', 'Task_FreeSeat'],
      ...['Event_Cancelled', 'Task_Sorry', 'End_Sorry'],
    ],
  },
  {
    name: 'an error undoes nothing',
    answers: { pay: { paid: 'closed' } },
    path: [
      ...['Transaction_Book', 'Task_Wait', 'Task_Seat', 'Task_Pay', 'End_Failed', 'Event_Failed'],
      'End_Later',
    ],
  },
  {
    name: 'an error while undoing is an error of the transaction',
    answers: { pay: { paid: 'no' }, freeSeat: { throws: 'CLOSED' } },
    path: [
      ...['Transaction_Book', 'Task_Wait', 'Task_Seat', 'Task_Pay', 'End_Cancel', 'Task_FreeSeat'],
      ...['Event_Failed', 'End_Later'],
    ],
  },
];
