import type { Case } from '../case';

const given = { contract: { number: 'C-7', cancelled: false }, patience: 'P3D', reply: { until: 'P2D' } };

export const cases: readonly Case[] = [
  {
    name: 'nothing fails',
    given,
    path: ['Task_Remind', 'Event_Slow', 'Event_Week', 'End_Owed'],
  },
  {
    name: 'a boundary timer that is no time: the work begins when it has one',
    given: { ...given, patience: 'some days' },
    when: [{ retry: 'Event_Slow', variables: { patience: 'P1D' } }],
    path: ['Task_Remind', 'Event_Slow', 'Event_Week', 'End_Owed'],
  },
  {
    name: 'a due date that is none',
    given: { ...given, reply: { until: 'tomorrow' } },
    when: [
      { retry: 'Task_Remind', input: { dueDate: 'P1D' } },
      { complete: 'Task_Remind', result: {} },
    ],
    path: ['Task_Remind', 'Task_Remind:completing', 'Event_Week', 'End_Owed'],
  },
  {
    name: 'a listener',
    given,
    answers: { thank: { breaks: 'NoMail' } },
    when: [
      { complete: 'Task_Remind', result: {} },
      { skip: 'Task_Remind:completing', result: {} },
    ],
    visited: ['End_Owed', 'Event_Week', 'Task_Remind', 'Task_Remind:completing'],
  },
  {
    name: 'a condition that cannot be asked: a person says that it has come true',
    given: { ...given, contract: {} },
    when: [{ skip: 'Start_Cancelled', result: true }],
    visited: ['End_Cancelled', 'Start_Cancelled', 'Sub_Cancelled', 'Task_Remind'],
  },
  {
    name: 'a correlation key that is none',
    given: { ...given, contract: { cancelled: false } },
    when: [
      { advance: 'P4D' },
      { retry: 'Event_Paid', variables: { contract: { number: 'C-8', cancelled: false } } },
    ],
    path: ['Task_Remind', 'Event_Slow', 'Event_Week', 'End_Owed'],
  },
];
