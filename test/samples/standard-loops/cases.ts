import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'asked before: not at all; asked after: once',
    given: { pages: 0, fetched: 0, open: true },
    answers: { poll: { ready: true }, attempt: { worked: true } },
    visited: [
      'End_Done',
      'End_Try',
      'Event_Pause',
      'Sub_Try',
      'Task_Poll',
      'Task_Ring',
      'Task_Ring',
      'Task_Try',
    ],
  },
  {
    name: 'several turns, until the condition ends it or the maximum is reached',
    given: { pages: 2, fetched: 0, open: false },
    answers: {
      fetchPage: [{ fetched: 1 }, { fetched: 2 }],
      poll: [{ ready: false }, { ready: true }],
      attempt: [{ worked: false }, { worked: true }],
    },
    visited: [
      ...[
        'End_Done',
        'End_Try',
        'End_Try',
        'Event_Pause',
        'Event_Pause',
        'Sub_Try',
        'Sub_Try',
        'Task_Call',
        'Task_Call',
      ],
      ...[
        'Task_Fetch',
        'Task_Fetch',
        'Task_Poll',
        'Task_Poll',
        'Task_Ring',
        'Task_Ring',
        'Task_Try',
        'Task_Try',
      ],
    ],
  },
  {
    name: 'a boundary event is on all turns',
    given: { pages: 0, fetched: 0 },
    answers: {
      poll: { ready: true },
      attempt: [{ worked: false }, { throws: 'BROKEN' }],
    },
    path: [
      ...['Task_Poll', 'Sub_Try', 'Task_Try', 'Event_Pause', 'End_Try'],
      ...['Sub_Try', 'Task_Try', 'Event_Broken', 'End_Broken'],
    ],
  },
];
