import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'the variables say it',
    given: { timeOfTwoDays: 'PT48H', numberOfBook: 2 },
    path: ['Task_Search', 'Event_Cool', 'Task_Book', 'Task_Book', 'End'],
  },
  {
    name: 'a variable that is not there',
    given: { numberOfBook: 2 },
    path: ['Task_Search', 'Event_Cool'],
    fails: { type: 'ExpressionFailed', message: "Timer of 'Event_Cool': undefined is no ISO 8601" },
  },
];
