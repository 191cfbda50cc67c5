import type { Case } from '../case';

const path = ['Call_Total', 'Call_Score', 'Call_Sign', 'Call_Approval'];

export const cases: readonly Case[] = [
  {
    name: 'global tasks run in place, calls without associations give and take everything, others what is said',
    process: 'callsPlain',
    given: { price: 10, quantity: 3 },
    answers: { score: { score: 1 }, charge: { receiptNumber: 'R1', secret: 's3cret' } },
    path: [...path, 'Call_Payment', 'End'],
    inputs: { charge: [{ amount: 30 }] },
    variables: { total: 30, score: 1, receipt: 'R1', secret: undefined },
  },
  {
    name: 'a timer interrupts the called process',
    process: 'callsPlain',
    given: { price: 100, quantity: 3 },
    when: [{ advance: 'PT2H' }, { complete: 'Call_Inform', result: { informed: true } }],
    path: [...path, 'Event_Late', 'Call_Inform', 'End_Late'],
    variables: { total: 300, informed: true },
  },
];
