import type { Case } from '../case';

const people: Case['when'] = [
  { complete: 'Task_Invite' },
  { complete: 'Task_Ann', result: { answered: true } },
  { complete: 'Task_Bob' },
  { complete: 'Task_Cem' },
];

export const cases: readonly Case[] = [
  {
    name: 'in any order, and what follows; one after another, as often as listed; enough, and all the same to the end',
    given: { chores: ['Task_Cook', 'Task_Sweep', 'Task_Cook'] },
    answers: { bookRoom: { booked: true } },
    when: people,
    path: [
      ...['Sub_Prepare', 'Task_Book', 'Task_Invite', 'Task_Sign'],
      ...['Sub_Chores', 'Task_Cook', 'Task_Sweep', 'Task_Cook'],
      ...['Sub_Ask', 'Task_Ann', 'Task_Bob', 'Sub_Race', 'Task_Cem', 'Task_Dan', 'End'],
    ],
  },
  {
    name: 'it goes on as long as the condition does not hold',
    given: { chores: ['Task_Wash'] },
    answers: { bookRoom: { booked: false } },
    when: [
      { complete: 'Task_Again' },
      { complete: 'Task_Invite' },
      { complete: 'Task_Bob', result: { answered: false } },
      { complete: 'Task_Ann', result: { answered: true } },
      { complete: 'Task_Dan' },
    ],
    visited: [
      ...['End', 'Sub_Ask', 'Sub_Chores', 'Sub_Prepare', 'Sub_Race', 'Task_Again', 'Task_Ann'],
      ...['Task_Bob', 'Task_Book', 'Task_Cem', 'Task_Dan', 'Task_Invite', 'Task_Wash'],
    ],
  },
  {
    name: 'an event sub-process ends it',
    given: { chores: ['Task_Wash'] },
    answers: { bookRoom: { booked: true } },
    when: [{ complete: 'Task_Invite' }, { advance: 'P2D' }, { complete: 'Task_Cem' }],
    path: [
      ...['Sub_Prepare', 'Task_Book', 'Task_Invite', 'Task_Sign', 'Sub_Chores', 'Task_Wash'],
      ...['Sub_Ask', 'Task_Ann', 'Task_Bob', 'Start_GiveUp', 'Sub_GiveUp', 'End_GiveUp'],
      ...['Sub_Race', 'Task_Cem', 'Task_Dan', 'End'],
    ],
  },
  {
    name: 'what is no activity of it cannot be started',
    given: { chores: ['Task_Sweep', 'Task_Invite'] },
    answers: { bookRoom: { booked: true } },
    when: [{ complete: 'Task_Invite' }],
    fails: {
      type: 'ExpressionFailed',
      message:
        'What is started in \'Sub_Chores\' must be a list of ids of its activities (Task_Sweep, Task_Cook, Task_Wash); it is ["Task_Sweep","Task_Invite"].',
    },
  },
];
