import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'scripts work on the task; whoever held it before gets it again',
    given: { document: 'contract', lastAssignee: 'eve' },
    answers: { script: { printed: true } },
    when: [
      { complete: 'Task_Decide', result: { decided: false } },
      { complete: 'Task_Decide', result: { decided: true } },
      { complete: 'Task_Sign', result: {} },
    ],
    path: [
      ...['Task_Decide', 'Task_Decide:create2', 'Task_Decide:complete'],
      ...['Task_Decide', 'Task_Decide:create2', 'Task_Decide:complete'],
      ...['Task_Sign', 'Task_Sign:create', 'End'],
    ],
    inputs: {
      tellThem: [1, 2].map((round) => ({
        ...{ document: 'contract', lastAssignee: 'eve', rounds: round, template: 'new-task' },
        ...(round > 1 && { decided: false }),
        task: expect.objectContaining({
          assignee: 'eve',
          priority: 70,
          candidateGroups: ['legal'],
        }) as object,
      })),
      thank: [
        expect.objectContaining({
          decided: false,
          task: expect.objectContaining({ priority: 90 }) as object,
        }),
        expect.objectContaining({ decided: true, rounds: 2 }),
      ],
      script: [expect.objectContaining({ language: 'groovy' })],
    },
    variables: { rounds: 2, printed: true, signedBy: 'eve on contract' },
  },
  {
    name: 'activities change the task and give variables; those of a completion change it',
    given: { document: 'contract' },
    answers: {
      tellThem: { told: true, task: { assignee: 'bob' } },
      thank: { decided: true, thanked: true },
    },
    when: [
      { complete: 'Task_Decide', result: { decided: false } },
      { complete: 'Task_Sign', result: {} },
    ],
    variables: { told: true, thanked: true, decided: true, lastAssignee: 'bob', signedBy: 'bob on contract' },
  },
  {
    name: 'reminders come while it is open; what is interrupted is heard of',
    given: { document: 'contract' },
    path: [
      ...['Task_Decide', 'Task_Decide:create2', 'Task_Decide:timeout', 'Task_Decide:timeout'],
      ...['Task_Decide:timeout', 'Task_Decide:timeout', 'Event_Late', 'End_Late'],
    ],
    inputs: { remind: [expect.anything(), expect.anything()] },
    variables: { dropped: 'Decide' },
  },
];
