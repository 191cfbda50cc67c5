import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'types hold inside, and what is mapped comes out',
    given: { order: { total: 200, country: 'DE' } },
    answers: { rate: { rate: 3, net: 1 } },
    when: [{ complete: 'Task_Label', result: { label: 'L' } }],
    path: ['Sub_Price', 'Task_Rate', 'Task_Round', 'End_Price', 'Task_Label', 'End'],
    inputs: { rate: [{ net: 200, country: 'DE' }] },
    variables: { order: { total: 200, country: 'DE', weight: 402 }, discount: 3, label: 'L', net: undefined },
  },
];
