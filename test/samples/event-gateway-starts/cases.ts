import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'a message starts it',
    process: 'claim',
    startEvent: 'Receive_Call',
    path: ['Receive_Call', 'Task_Pay', 'End_Paid'],
  },
  {
    name: 'a signal starts it',
    process: 'claim',
    startEvent: 'Event_Storm',
    path: ['Event_Storm', 'Task_Visit', 'Task_Pay', 'End_Paid'],
  },
  {
    name: 'one of two starts it, the other one is waited for',
    process: 'shipment',
    startEvent: 'Event_Paid',
    given: { order: 17 },
    when: [{ message: 'Goods packed', payload: { boxes: 2 } }],
    visited: ['End_Shipped', 'Event_Packed', 'Event_Paid', 'Task_Ship', 'Task_Weigh'],
    variables: { order: 17, boxes: 2 },
  },
];
