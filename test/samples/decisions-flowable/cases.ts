import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'outputs become variables',
    given: { weight: 1.5 },
    path: ['Task_Size', 'Task_Postage', 'Task_Insure', 'End'],
    variables: { size: 'S', express: true, postage: 7.5 },
  },
  {
    name: 'null is a value',
    given: { weight: null },
    variables: { size: 'L', express: false, postage: 7.5 },
  },
  {
    name: 'no rule applies, but one has to',
    given: { weight: 11 },
    fails: { type: 'DecisionFailed', message: "Decision 'parcelSize' failed: no rule applies." },
  },
];
