import type { Case } from '../case';

const order = { items: [{ name: 'vase', fragile: true }, { name: 'book' }], note: 'keep' };
const given = { order, customer: 'Ann', packers: ['bob'], express: 'fast', who: 'nobody', weight: 1 };
const answers = {
  weigh: { weight: 7, checked: true },
  wrap: { wrapped: true },
  ship: { tracking: { id: 't-1' } },
};

export const cases: readonly Case[] = [
  {
    name: 'what is mapped is seen inside, and only what is mapped goes out',
    given,
    answers,
    when: [{ complete: 'Task_Print', result: { copies: 2, text: 'changed', other: 1 } }],
    visited: [
      'End',
      'End_Pack',
      'Sub_Pack',
      'Task_Label',
      'Task_Pad',
      'Task_Prepare',
      'Task_Print',
      'Task_Ship',
      'Task_Weigh',
    ],
    inputs: { wrap: [{ name: 'vase' }], ship: [{ weight: 7, kind: 'fast' }] },
    variables: {
      order: { ...order, bulky: true, weight: 7 },
      weight: 1,
      wrapped: true,
      checked: true,
      label: 'to Ann',
      copies: 2,
      tracking: 't-1',
      who: 'nobody',
      pieces: undefined,
      item: undefined,
      fragile: undefined,
      text: undefined,
      other: undefined,
    },
  },
  {
    name: 'an interrupted sub-process has no outputs',
    given,
    answers,
    when: [{ advance: '25 hours' }],
    visited: [
      'End_Late',
      'Event_Late',
      'Sub_Pack',
      'Task_Label',
      'Task_Pad',
      'Task_Prepare',
      'Task_Print',
      'Task_Weigh',
    ],
    variables: { order: { ...order, bulky: true }, weight: 1, label: 'to Ann' },
  },
  {
    name: 'an input that cannot be evaluated',
    given: { ...given, order: { items: [] } },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Sub_Pack' failed" },
  },
];
