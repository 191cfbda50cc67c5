import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'what stands at their event definitions is done',
    given: { customer: { mail: 'ann@example.com' }, mails: 4 },
    answers: { archive: { archived: true } },
    visited: ['End_Archived', 'End_Logged', 'Event_Counted', 'Event_Ordered'],
    inputs: {
      mailSend: [{ to: 'ann@example.com' }],
      archive: [expect.objectContaining({ mails: 5, shelf: 'orders' })],
      logWrite: [{ mails: 5 }],
    },
    variables: { mails: 5, archived: true },
  },
];
