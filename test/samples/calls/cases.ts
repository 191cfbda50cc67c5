import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'what is said goes in and comes out',
    process: 'calls',
    given: { customerName: 'Ada', price: 600, quantity: 2, orderId: '17', carrier: 'Calls_Carrier' },
    answers: { sell: { sold: true }, weigh: { weight: 5 } },
    path: ['Call_Rate', 'Call_Sell', 'Call_Deliver', 'End'],
    variables: { grade: 'B', verdict: 'Ada owes 1200', weight: 5, parcelWeight: 5, sold: undefined },
  },
  {
    name: 'an error of the called process is caught at the call',
    process: 'calls',
    given: { customerName: 'nobody', price: 1, quantity: 1 },
    path: ['Call_Rate', 'Event_Unknown', 'End_Unknown'],
    variables: { grade: undefined },
  },
  {
    name: 'a technical failure of the called process is not',
    process: 'calls',
    given: { customerName: 17, price: 1, quantity: 1 },
    fails: { type: 'InvalidInput', message: 'process rating: input does not fit: customer:' },
  },
];
