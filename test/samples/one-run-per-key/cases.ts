import type { Case } from '../case';

/** That the next van waits for this one: test/workflows/one-run-per-key.integration.test.ts. */
export const cases: readonly Case[] = [
  {
    name: 'two parcels in a van',
    given: { city: 'Bremen', parcel: 'p-1' },
    when: [{ message: 'Parcel came in', key: 'Bremen', payload: { parcel: 'p-2' } }],
    path: ['Task_Next', 'Task_Drive', 'End_Driven'],
    variables: { city: 'Bremen', parcel: 'p-1', last: 'p-2' },
  },
];
