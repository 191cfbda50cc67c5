import type { Case } from '../case';

const given = { sku: 'S1', orderId: 'O1', found: false };

export const cases: readonly Case[] = [
  {
    name: 'the first message wins, only with the right key',
    given,
    when: [
      { message: 'Restocked', key: 'S2', payload: { quantity: 9 } },
      { message: 'Restocked', key: 'S1', payload: { quantity: 5 } },
      { message: 'Picked up', key: 'O1', payload: { carrier: { name: 'Ann' }, note: 'stays behind' } },
    ],
    path: ['Event_Restocked', 'Task_Pack', 'Task_PickUp', 'End_Shipped'],
    variables: { quantity: 5, shippedBy: 'Ann', note: undefined },
  },
  {
    name: 'the timer wins',
    given,
    answers: { apologise: { sorry: true } },
    when: [{ advance: 'P8D' }],
    path: ['Event_GiveUp', 'Task_Apologise', 'End_GivenUp'],
    variables: { sorry: true },
  },
  {
    name: 'the condition is true at once; a message that comes too early is kept, one on the boundary interrupts',
    given: { ...given, found: true },
    when: [{ message: 'Order cancelled', key: 'O1', payload: { reason: 'changed mind' } }],
    path: ['Event_Found', 'Task_Pack', 'Task_PickUp', 'Event_Cancelled', 'End_Cancelled'],
    variables: { reason: 'changed mind' },
  },
];
