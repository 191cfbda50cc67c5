import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'every way back',
    answers: {
      build: [{ outcome: 'plan was wrong' }, { outcome: 'built' }],
      test: [{ outcome: 'bugs' }, { outcome: 'wrong thing' }, { outcome: 'fine' }],
      release: [{ outcome: 'next' }, { outcome: 'stop' }],
    },
    path: [
      ...['Task_Plan', 'Task_Build'],
      ...['Task_Plan', 'Task_Build', 'Task_Test', 'Task_Build', 'Task_Test'],
      ...['Task_Plan', 'Task_Build', 'Task_Test', 'Task_Release'],
      ...['Task_Plan', 'Task_Build', 'Task_Test', 'Task_Release', 'End'],
    ],
  },
];
