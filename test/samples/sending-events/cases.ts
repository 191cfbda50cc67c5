import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'their jobs are activities',
    given: { customer: { mail: 'ann@example.com' } },
    answers: { mailSend: { messageId: 'm-1' }, archive: { archived: true } },
    path: ['Event_Ordered', 'End_Told'],
    inputs: {
      mailSend: [{ to: 'ann@example.com', headers: { template: 'ordered' } }],
      archive: [{ customer: { mail: 'ann@example.com' }, confirmation: 'm-1' }],
    },
    // what the first one gives stays with it, save for what is mapped
    variables: { confirmation: 'm-1', archived: true, messageId: undefined },
  },
];
