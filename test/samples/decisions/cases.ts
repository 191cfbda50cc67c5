import type { Case } from '../case';

const given = { amount: 500, region: 'CH', customer: { isMember: true, birthday: '1950-05-01' } };

export const cases: readonly Case[] = [
  {
    name: 'a small one from near by',
    given,
    path: ['Task_Risk', 'Task_Terms', 'Task_Discounts', 'Task_Total', 'End'],
    variables: { risk: 'green', terms: { payment: 'invoice', fee: 0 }, discount: 15, total: 600 },
  },
  {
    name: 'a computed output',
    given: { ...given, amount: 2000, customer: { isMember: false, birthday: '1990-05-01' } },
    path: ['Task_Risk', 'Task_Terms', 'Task_Discounts', 'Task_Total', 'End'],
    variables: { risk: 'yellow', terms: { payment: 'card', fee: 20 }, discount: null, total: 2424 },
  },
  {
    name: 'the default outputs',
    given: { ...given, amount: 5000 },
    path: ['Task_Risk', 'Task_Terms', 'Task_Discounts', 'Task_Check', 'Task_Total', 'End'],
    variables: { risk: 'red', terms: { payment: 'in advance', fee: 25 }, total: 6030 },
  },
  {
    name: 'no rule applies',
    given: { ...given, amount: null },
    fails: {
      type: 'ExpressionFailed',
      message: "Decision 'terms', input 'amount': it is null, not a number.",
    },
  },
  {
    name: 'a value that is not allowed',
    given: { ...given, region: 'Mars' },
    fails: {
      type: 'DecisionFailed',
      message: `Decision 'riskClass' failed: "Mars" is no value that the input 'region' may have.`,
    },
  },
  {
    name: 'a value of the wrong type',
    given: { ...given, amount: 'much' },
    fails: {
      type: 'ExpressionFailed',
      message: `Decision 'riskClass', rule 1, input 'amount': "much" cannot be compared with 1000.`,
    },
  },
  {
    name: 'a value that is missing',
    given: { amount: 1 },
    fails: { type: 'ExpressionFailed', message: "Decision 'riskClass', input 'region': it has no value." },
  },
];
