import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'one', process: 'buyer', path: ['Task_Buy', 'Buy_End'] },
  { name: 'the other', process: 'seller', path: ['Task_Sell', 'Sell_End'] },
];
