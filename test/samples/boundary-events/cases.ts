import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'undisturbed', path: ['Task_Charge', 'Task_Ship', 'End_Shipped'] },
  {
    name: 'declined, fixed, charged again',
    answers: { chargeCard: [{ throws: 'CARD_DECLINED' }, {}] },
    when: [{ complete: 'Task_Fix', result: { card: '4242' } }],
    path: ['Task_Charge', 'Event_Declined', 'Task_Fix', 'Task_Charge', 'Task_Ship', 'End_Shipped'],
    variables: { card: '4242' },
  },
  {
    name: 'any other error',
    answers: { chargeCard: { throws: 'BANK_CLOSED' } },
    fails: { type: 'BpmnError', message: 'Failed' },
  },
];
