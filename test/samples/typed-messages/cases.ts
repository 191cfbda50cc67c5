import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'a message brings what its schema says',
    process: 'parcel',
    given: { parcel: 'P1' },
    when: [{ message: 'Weighed', key: 'P1', payload: { grams: 70 } }],
    path: ['Task_Weigh', 'End_Weighed'],
    variables: { parcel: 'P1', grams: 70 },
  },
  {
    name: 'a message with a name that only the run knows is not refused',
    process: 'delivery',
    given: { parcel: 'P2' },
    when: [{ message: 'delivered P2', payload: { grams: 5 } }],
    path: ['Event_Delivered', 'End'],
    variables: { grams: 5 },
  },
];
