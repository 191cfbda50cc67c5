import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'illegible at first',
    answers: { scan: [{ legible: false }, { legible: true, known: false }] },
    path: [
      ...['Sub_File', 'Sub_Scan', 'Task_Scan', 'Inner_Illegible', 'Event_Illegible', 'Task_Ask'],
      ...['Sub_File', 'Sub_Scan', 'Task_Scan', 'Inner_Done', 'Task_Index', 'Outer_Done'],
      ...['Sub_Archive', 'Task_Archive', 'End'],
    ],
  },
  {
    name: 'known: the sub-process ends early, the process goes on',
    answers: { scan: { legible: true, known: true } },
    path: [
      'Sub_File',
      'Sub_Scan',
      'Task_Scan',
      'Inner_Done',
      'Outer_Known',
      'Sub_Archive',
      'Task_Archive',
      'End',
    ],
  },
];
