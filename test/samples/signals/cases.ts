import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'everyone who waits hears them, and the thrower is interrupted by its own',
    visited: [
      'End_Counted',
      'End_Entered',
      'End_Listened',
      'End_Quiet',
      'Event_Both',
      'Event_Closed',
      'Event_Noise',
      'Event_Open',
      'Sub_Evening',
      'Task_Count',
      'Task_Enter',
      'Task_Listen',
      'Throw_Doors',
    ],
  },
];
