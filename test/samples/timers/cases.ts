import type { Case } from '../case';

const before = ['Event_Morning', 'Event_Past', 'Event_Pause', 'Event_Tomorrow'];

export const cases: readonly Case[] = [
  {
    name: 'three noons, two hours, and nothing of what is over',
    given: { hours: 2, patience: 'P3D' },
    visited: [
      ...['End_Cycle', 'End_Cycle', 'End_Late', 'End_Noon', 'End_Noon', 'End_Noon'],
      ...['Event_Cycle', 'Event_Cycle', 'Event_Late', ...before.slice(0, 1)],
      ...['Event_Noon', 'Event_Noon', 'Event_Noon', ...before.slice(1), 'Task_Sign'],
    ],
    variables: { opened: undefined },
  },
  {
    name: 'a timer that is nothing sensible',
    given: { hours: 2, patience: 'soon' },
    fails: { type: 'ExpressionFailed', message: "Timer of 'Event_Late': 'soon' is no ISO 8601" },
  },
  {
    name: 'a year passes',
    given: { hours: 0, patience: 'P366D' },
    variables: { opened: true },
  },
];
