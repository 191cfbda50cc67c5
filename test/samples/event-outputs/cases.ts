import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'mappings say what becomes of it, and nothing else does',
    given: { order: { id: 'o-1' }, questions: [], text: 'before' },
    answers: { check: { throws: 'REFUSED', variables: { reason: 'empty', detail: 'nothing left' } } },
    when: [
      { message: 'Question', payload: { text: 'when?' } },
      { message: 'Question', payload: { text: 'why?' } },
      { message: 'Paid', payload: { amount: 20, currency: 'EUR' } },
      { advance: 'P2D' },
      { message: 'Refunded', payload: { amount: 5 } },
      { message: 'Note', payload: { text: 'fragile' } },
      { complete: 'Task_Last' },
    ],
    variables: {
      orderId: 'o-1',
      questions: ['when?', 'why?'],
      total: 20,
      reminded: 21,
      refusal: 'empty',
      count: 'counted',
      offer: 40,
      limit: 39,
      refunded: 5,
      note: 'fragile',
      // What no mapping takes stays with the event.
      text: 'before',
      amount: undefined,
      currency: undefined,
      reason: undefined,
      detail: undefined,
      price: undefined,
    },
  },
];
