import type { Case } from '../case';

const answers = { writeLetter: [{ sent: 'order' }, { sent: 'thanks' }] };
const letters = (best: number) => [
  { best, sent: 'order' },
  { best, sent: 'thanks' },
];

export const cases: readonly Case[] = [
  {
    name: 'what is done gives its results in the order in which it is done; the rest is cancelled',
    given: { suppliers: ['Task_Ann', 'Task_Bob', 'Task_Cem'] },
    answers,
    when: [
      { complete: 'Task_Bob', result: { price: 7 } },
      { complete: 'Task_Ann', result: { price: 5 } },
    ],
    path: ['Sub_Quotes', 'Task_Ann', 'Task_Bob', 'Task_Cem', 'Sub_Order', 'Task_Order', 'Task_Thank', 'End'],
    variables: { quotes: [7, 5], price: undefined, letters: letters(5) },
  },
  {
    name: 'one activity twice, each with what follows and variables of its own',
    given: { suppliers: ['Task_Cem', 'Task_Cem'] },
    answers: { ...answers, checkTwice: { price: 3 } },
    when: [
      { complete: 'Task_Cem', result: { price: 9, sure: false } },
      { complete: 'Task_Cem', result: { price: 8, sure: true } },
    ],
    visited: [
      ...['End', 'Sub_Order', 'Sub_Quotes', 'Task_Cem', 'Task_Cem', 'Task_Check', 'Task_Note'],
      ...['Task_Order', 'Task_Thank'],
    ],
    variables: { letters: letters(3) },
  },
];
