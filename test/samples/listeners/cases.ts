import type { Case } from '../case';

const check = ['Task_Check:start', 'Task_Check', 'Task_Check:create'];
const checked = ['Task_Check:complete', 'Task_Check:end', 'Task_Check:end2'];

export const cases: readonly Case[] = [
  {
    name: 'each is a step before or after its element, in the order of the diagram',
    given: { order: 7 },
    answers: { register: { registered: true } },
    when: [{ complete: 'Task_Check', result: { approved: true } }],
    path: ['Start:start', ...check, ...checked, 'Flow_Good:take', 'Flow_Good:take2', 'End'],
    inputs: {
      mailSend: [
        { order: 7, registered: true, checks: 1, task: expect.objectContaining({ name: 'Check order' }) },
      ],
      logWrite: [{ checks: 1, argument2: 'checked' }],
    },
    variables: { checks: 1, registered: true, rating: 4 },
  },
  {
    name: 'they run each time that a token comes',
    when: [
      { complete: 'Task_Check', result: { approved: false } },
      { complete: 'Task_Check', result: { approved: false } },
    ],
    path: ['Start:start', ...check, ...checked, ...check, ...checked, 'End_Bad:end', 'End_Bad'],
    variables: { checks: 2 },
  },
];
