import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'a message starts the other process, and its answer comes back',
    process: 'breadCustomer',
    path: ['Throw_Order', 'Receive_Confirmation', 'Task_Rate', 'Throw_SoldOut', 'End_Told'],
  },
  {
    name: 'the other process, started by a client',
    process: 'bakery',
    given: { market: true },
    path: ['Task_Bake', 'End_Baked'],
  },
  {
    name: 'a receive task that starts its process',
    process: 'deliveries',
    path: ['Receive_Flour', 'Task_Stow', 'Event_Bill', 'Task_Pay'],
  },
];
