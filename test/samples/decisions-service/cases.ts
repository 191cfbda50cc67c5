import type { Case } from '../case';

const path = ['Task_Total', 'Task_Quote', 'End'];

export const cases: readonly Case[] = [
  {
    name: 'a small one from near by',
    given: { amount: 500, region: 'EU' },
    path,
    variables: { total: 480, quote: { risk: 'low', total: 480 } },
  },
  {
    name: 'a large one',
    given: { amount: 2000, region: 'EU' },
    path,
    variables: { total: 2200, quote: { risk: 'high', total: 2200 } },
  },
  {
    name: 'what a decision calculates with is missing',
    given: { region: 'EU' },
    fails: { type: 'ExpressionFailed', message: "Decision 'riskClass', input 'amount': it has no value." },
  },
];
