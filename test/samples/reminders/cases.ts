import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'signed at once',
    when: [{ complete: 'Task_Sign', result: { signed: true } }],
    path: ['Task_Sign', 'End_Signed'],
    variables: { signed: true },
  },
  {
    name: 'signed after two reminders and a call',
    answers: { call: { reached: false } },
    when: [{ advance: 'PT60H' }, { complete: 'Task_Sign' }],
    visited: [
      ...[
        'End_Called',
        'End_Reminded',
        'End_Reminded',
        'End_Signed',
        'Event_Escalate',
        'Event_Remind',
        'Event_Remind',
      ],
      ...['Task_Call', 'Task_Remind', 'Task_Remind', 'Task_Sign', 'Task_Write'],
    ],
  },
  {
    name: 'expired, after three reminders and no more',
    answers: { call: { reached: true } },
    visited: [
      ...['End_Called', 'End_Expired', 'End_Reminded', 'End_Reminded', 'End_Reminded'],
      ...['Event_Escalate', 'Event_Expire', 'Event_Remind', 'Event_Remind', 'Event_Remind'],
      ...['Task_Call', 'Task_Remind', 'Task_Remind', 'Task_Remind', 'Task_Sign'],
    ],
  },
];
