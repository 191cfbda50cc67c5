import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'until it is found',
    given: { pages: ['title', 'index', 'text'], notes: ['first', 'last', 'none'] },
    path: [
      ...['Task_Look', 'Task_Look', 'Task_Knock', 'Task_Knock'],
      ...['Task_Print', 'Task_Print', 'Task_Print', 'Task_Note', 'Task_Note', 'End'],
    ],
    variables: { printed: ['1 title', '2 index', '3 text'], text: 'last' },
  },
  {
    name: 'no more often than there are pages',
    given: { pages: ['title'], notes: [] },
    path: ['Task_Look', 'Task_Knock', 'Task_Knock', 'Task_Print', 'Task_Note', 'End'],
    variables: { found: false, printed: ['1 title'] },
  },
  {
    name: 'no more often than the maximum, and data that is not there fails',
    given: { pages: ['a', 'b', 'c', 'd', 'e', 'f'] },
    fails: { type: 'ExpressionFailed', message: "there is no variable 'notes'" },
    path: [
      ...['Task_Look', 'Task_Look', 'Task_Look', 'Task_Look', 'Task_Look', 'Task_Knock', 'Task_Knock'],
      ...['Task_Print', 'Task_Print', 'Task_Print', 'Task_Print', 'Task_Print', 'Task_Print'],
    ],
  },
];
