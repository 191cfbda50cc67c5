import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'each once, or not at all',
    given: { pages: 0, fetched: 0 },
    answers: { poll: { ready: true }, attempt: { worked: true } },
    path: ['Task_Poll', 'Task_Try', 'Task_Celebrate', 'End_Done'],
  },
  {
    name: 'several turns',
    given: { pages: 2, fetched: 0, tries: 0 },
    answers: {
      fetchPage: [{ fetched: 1 }, { fetched: 2 }],
      poll: [{ ready: false }, { ready: false }, { ready: true }],
      attempt: [
        { worked: false, tries: 1 },
        { worked: true, tries: 2 },
      ],
    },
    path: [
      ...['Task_Page', 'Task_Page', 'Task_Poll', 'Task_Poll', 'Task_Poll'],
      ...['Task_Try', 'Event_Pause', 'Task_Try', 'Task_Celebrate', 'End_Done'],
    ],
  },
  {
    name: 'gave up',
    given: { pages: 0, fetched: 0 },
    answers: {
      poll: { ready: true },
      attempt: [
        { worked: false, tries: 2 },
        { worked: false, tries: 3 },
      ],
    },
    path: ['Task_Poll', 'Task_Try', 'Event_Pause', 'Task_Try', 'End_GaveUp'],
  },
];
