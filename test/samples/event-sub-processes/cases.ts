import type { Case } from '../case';

const delivered = ['Task_Pack', 'Sub_Drive', 'Task_Load', 'Task_Drive'];

export const cases: readonly Case[] = [
  {
    name: 'undisturbed',
    when: [{ complete: 'Task_Pack' }],
    path: [...delivered, 'Drive_End', 'Task_Invoice', 'End'],
  },
  {
    name: 'reminded every day until it is packed',
    when: [{ advance: '60 hours' }, { complete: 'Task_Pack' }],
    visited: [
      ...['Drive_End', 'End', 'End_Reminded', 'End_Reminded', 'Start_Remind', 'Start_Remind', 'Sub_Drive'],
      ...['Sub_Remind', 'Sub_Remind', 'Task_Drive', 'Task_Invoice', 'Task_Load', 'Task_Pack'],
      ...['Task_Remind', 'Task_Remind'],
    ],
  },
  {
    name: 'given up: packing is called off, nobody is reminded any more',
    when: [{ advance: '4 days' }, { complete: 'Task_Decide', result: { refund: true } }],
    visited: [
      ...['End_GivenUp', 'End_Reminded', 'End_Reminded', 'End_Reminded', 'Start_GiveUp', 'Start_Remind'],
      ...['Start_Remind', 'Start_Remind', 'Sub_GiveUp', 'Sub_Remind', 'Sub_Remind', 'Sub_Remind'],
      ...['Task_Decide', 'Task_Pack', 'Task_Remind', 'Task_Remind', 'Task_Remind'],
    ],
    variables: { refund: true },
  },
  {
    name: 'an event sub-process is interrupted by one of its own',
    visited: [
      ...['End_Discarded', 'End_Reminded', 'End_Reminded', 'End_Reminded', 'Start_GiveUp', 'Start_Remind'],
      ...['Start_Remind', 'Start_Remind', 'Start_Silence', 'Sub_GiveUp', 'Sub_Remind', 'Sub_Remind'],
      ...['Sub_Remind', 'Sub_Silence', 'Task_Decide', 'Task_Discard', 'Task_Pack', 'Task_Remind'],
      ...['Task_Remind', 'Task_Remind'],
    ],
  },
  {
    name: 'an error is handled in the sub-process, and the process goes on',
    answers: { driveOut: { throws: 'BREAKDOWN' } },
    when: [{ complete: 'Task_Pack' }],
    path: [
      ...delivered,
      ...['Start_Breakdown', 'Sub_Breakdown', 'Task_Tow', 'End_Towed', 'Task_Invoice', 'End'],
    ],
  },
  {
    name: 'an error in an event sub-process goes outside',
    answers: { driveOut: { throws: 'BREAKDOWN' }, tow: { throws: 'BREAKDOWN' } },
    when: [{ complete: 'Task_Pack' }],
    path: [
      ...delivered,
      ...['Start_Breakdown', 'Sub_Breakdown', 'Task_Tow', 'Event_Lost', 'Task_Apologise', 'End_Lost'],
    ],
  },
];
