import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'each join waits for its own two branches',
    answers: { charge: { paid: true }, pack: { packed: true } },
    visited: [
      'End_Closed',
      'End_Shipped',
      'Task_Bill',
      'Task_Charge',
      'Task_Check',
      'Task_Close',
      'Task_Pack',
      'Task_Ship',
      'Task_Stock',
    ],
    variables: { paid: true, packed: true },
  },
  {
    name: 'a failure behind a join ends the run',
    answers: { closeBooks: { throws: 'BOOKS_DIFFER' } },
    fails: { type: 'BpmnError', message: 'BOOKS_DIFFER' },
  },
];
