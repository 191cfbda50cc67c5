import type { Case } from '../case';

const given = {
  damages: [{ amount: 40 }, { amount: 50 }],
  limits: { small: 100, large: 1000 },
  customer: { iban: 'DE02' },
  tell: ['customer'],
  more: false,
};

export const cases: readonly Case[] = [
  {
    name: 'nothing fails',
    given,
    path: ['Task_Sum', 'Task_Small', 'Task_Mail', 'End'],
    inputs: { pay: [{ iban: 'DE02', amount: 90 }] },
  },
  {
    name: 'a script is tried anew with edited variables, and its value may be given',
    given: { ...given, damages: 'none' },
    when: [
      { retry: 'Task_Sum', variables: { damages: 'two' } },
      { skip: 'Task_Sum', result: 70 },
    ],
    path: ['Task_Sum', 'Task_Sum', 'Task_Small', 'Task_Mail', 'End'],
    inputs: { pay: [{ iban: 'DE02', amount: 70 }] },
  },
  {
    name: 'no flow: the conditions are asked anew',
    given: { ...given, damages: [{ amount: 500 }] },
    when: [{ retry: 'Gateway_Size', variables: { limits: { small: 500, large: 1000 } } }],
    path: ['Task_Sum', 'Task_Small', 'Task_Mail', 'End'],
  },
  {
    name: 'no flow: somebody says which one',
    given: { ...given, damages: [{ amount: 500 }] },
    when: [{ skip: 'Gateway_Size', result: 'Flow_Large' }],
    path: ['Task_Sum', 'Task_Expert', 'Task_Mail', 'End'],
  },
  {
    name: 'a condition that fails stops the gateway',
    given: { ...given, limits: {} },
    when: [{ retry: 'Gateway_Size', variables: { limits: { small: 100, large: 1000 } } }],
    path: ['Task_Sum', 'Task_Small', 'Task_Mail', 'End'],
  },
  {
    name: 'a mapping is evaluated anew',
    given: { ...given, customer: {} },
    when: [{ retry: 'Task_Small', variables: { customer: { iban: 'AT61' } } }],
    inputs: { pay: [{ iban: 'AT61', amount: 90 }] },
  },
  {
    name: 'an activity is skipped',
    given: { ...given, damages: [{ amount: 5000 }] },
    answers: { sendExpert: { breaks: 'NobodyFree' } },
    when: [{ skip: 'Task_Expert', result: { tell: ['agent'] } }],
    path: ['Task_Sum', 'Task_Expert', 'Task_Agent', 'End'],
  },
  {
    name: 'no branch of an inclusive gateway',
    given: { ...given, tell: [] },
    when: [{ retry: 'Gateway_Tell', variables: { tell: ['agent', 'customer'] } }],
    visited: ['End', 'Task_Agent', 'Task_Mail', 'Task_Small', 'Task_Sum'],
  },
  {
    name: 'a condition at the end of a loop',
    given: { ...given, more: 'perhaps' },
    answers: { fetchNext: { damages: [{ amount: 1 }], more: false } },
    when: [{ skip: 'Flow_Again', result: true }],
    path: ['Task_Sum', 'Task_Small', 'Task_Mail', 'Task_Next', 'Task_Sum', 'Task_Small', 'Task_Mail', 'End'],
  },
  {
    name: 'a person lets it fail',
    given: { ...given, damages: [{ amount: 5000 }] },
    answers: { sendExpert: { breaks: 'NobodyFree' } },
    when: [{ fail: 'Task_Expert' }],
    fails: { type: 'NobodyFree' },
  },
];
