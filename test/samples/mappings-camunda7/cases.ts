import type { Case } from '../case';

const given = { price: 10, quantity: 10, channel: 'post', customer: { name: 'Ann' } };

export const cases: readonly Case[] = [
  {
    name: 'scripts, lists and maps; results go out, save for names that are mapped',
    given,
    answers: { quote: { quoteId: 'q-1', net: 0, headers: {} }, scoresOf: 5 },
    path: ['Task_Quote', 'Sub_Check', 'Task_Raise', 'Task_Score', 'End_Check', 'Task_Note', 'End'],
    inputs: {
      quote: [
        {
          net: 100,
          tax: 19,
          channels: ['mail', 'post'],
          headers: { 'X-Shop': 'main', customer: 'Ann' },
          nothing: null,
          template: 'short',
          to: 'Ann',
          vip: false,
        },
      ],
      scoresOf: [{ name: 'Ann', limit: 200 }],
    },
    variables: {
      quoteId: 'q-1',
      gross: 19,
      summary: 'Ann pays 19',
      checked: true,
      score: 5,
      verdict: 'q-1: 200',
      note: 'Re: Ann pays 19',
      net: undefined,
      limit: undefined,
      headers: undefined,
      prefix: undefined,
    },
  },
  {
    name: 'a script in a mapping fails',
    given: { ...given, customer: null },
    fails: { type: 'ExpressionFailed', message: "Expression of 'Task_Quote' failed" },
  },
];
