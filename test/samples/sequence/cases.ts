import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'every step',
    given: {
      price: 10,
      quantity: 2,
      customerName: 'Ann',
      clerk: 'bob',
      waitFor: 'PT1H',
      payment: { method: 'card' },
    },
    answers: { charge: { receipt: 'r-1', reference: 'ref-1', secret: 's' }, ship: { tracking: 't-1' } },
    when: [{ complete: 'Task_Check', result: { checked: true } }],
    path: [
      'Task_Charge',
      'Task_Total',
      'Task_Check',
      'Event_Wait',
      'Event_Date',
      'Task_Note',
      'Task_File',
      'Event_Milestone',
      'Task_Ship',
      'End_Shipped',
    ],
    inputs: { charge: [{ amount: 20, customer: { name: 'Ann', tier: 'gold' } }] },
    variables: {
      receipt: 'r-1',
      payment: { method: 'card', reference: 'ref-1' },
      secret: undefined,
      total: 25,
      checked: true,
      tracking: 't-1',
    },
  },
  {
    name: 'a variable is missing',
    given: { price: 10 },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Task_Charge' failed" },
  },
];
