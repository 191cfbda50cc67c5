import type { Case } from '../case';

const given = { items: ['a', 'b'], days: 0 };
const packed = ['Task_Charge', 'Task_Pack', 'Task_Pack', 'Task_Sign'];

export const cases: readonly Case[] = [
  {
    name: 'delivered',
    given,
    when: [{ complete: 'Task_Sign' }],
    path: [...packed, 'End_Delivered'],
  },
  {
    name: 'cancelled: what was done is undone, latest first',
    given,
    when: [{ advance: 'PT1H' }, { message: 'CancelOrder', payload: { reason: 'too big' } }],
    path: [
      ...[...packed, 'Start_Cancel', 'Sub_Cancel', 'Event_UndoAll', 'Task_Unpack', 'Task_Unpack'],
      ...['Task_Refund', 'Task_Cancel', 'End_Cancelled'],
    ],
    inputs: {
      unpackItem: [
        { ...given, reason: 'too big', item: 'b' },
        { ...given, reason: 'too big', item: 'a' },
      ],
    },
    variables: { reason: 'too big' },
  },
  {
    name: 'nothing is undone that was not done',
    given,
    answers: { chargeCard: { throws: 'CARD_DECLINED' } },
    path: ['Task_Charge', 'Event_Declined', 'End_Declined'],
  },
  {
    name: 'signed too late: packing is undone beside, and the process waits for it',
    given,
    when: [{ complete: 'Task_Sign', result: { days: 5 } }],
    visited: [
      ...['End_Delivered', 'End_Late', 'Start_Late', 'Sub_Late', 'Task_Charge', 'Task_Pack', 'Task_Pack'],
      ...['Task_Sign', 'Task_Unpack', 'Task_Unpack'],
    ],
  },
];
