import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'goes on once with the first two; the third ends',
    answers: { askA: { a: 1 }, askB: { b: 2 }, askC: { c: 3 } },
    visited: ['End_Ordered', 'Task_OfferA', 'Task_OfferB', 'Task_OfferC', 'Task_Order'],
    variables: { a: 1, b: 2, c: 3 },
  },
];
