import type { Case } from '../case';

const invoice = { amount: 400, country: 'DE', parts: ['a', 'b', 'c'] };

export const cases: readonly Case[] = [
  {
    name: 'approved at once',
    given: { invoice },
    answers: { approveInvoice: { approved: true } },
    path: ['Task_Approve', 'Task_Pay', 'End'],
  },
  {
    name: 'much money goes abroad',
    given: { invoice: { ...invoice, country: 'NO' } },
    answers: { approveInvoice: { approved: true } },
    path: ['Task_Approve', 'Task_Ask', 'Task_Pay', 'End'],
  },
  {
    name: 'little money goes abroad, after it was corrected twice',
    given: { invoice: { ...invoice, amount: 1, country: 'NO' } },
    answers: {
      approveInvoice: [{ approved: false }, { approved: true }],
      correctInvoice: [{ corrected: false }, { corrected: true }],
    },
    path: ['Task_Approve', 'Task_Correct', 'Task_Correct', 'Task_Approve', 'Task_Pay', 'End'],
  },
];
