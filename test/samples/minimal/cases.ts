import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'ends', given: { anything: 1 }, path: ['End'], variables: { anything: 1 } },
];
