import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'after each, after the first, never, and when a condition holds, which ends it',
    path: [
      ...['Task_None', 'Task_None', 'Task_None'],
      ...['Event_None', 'Task_AfterNone', 'End_None', 'Event_None', 'Task_AfterNone', 'End_None'],
      ...['Event_None', 'Task_AfterNone', 'End_None'],
      ...['Task_One', 'Task_One', 'Task_One', 'Event_One', 'Task_AfterOne', 'End_One'],
      ...['Task_All', 'Task_All', 'Task_All'],
      ...['Task_Complex', 'Task_Complex', 'Event_Complex', 'Task_AfterComplex', 'End_Complex', 'End'],
    ],
  },
];
