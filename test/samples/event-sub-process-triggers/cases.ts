import type { Case } from '../case';

/** All but the watch end by what happens to them; the weather changes twice: by rain, and by the second fog. */
const happens = ['Call', 'Dark', 'Deep', 'Grounded', 'Rain', 'Smoke', 'Storm', 'Weather', 'Weather'];

export const cases: readonly Case[] = [
  {
    name: 'everything happens',
    given: { depth: 12 },
    when: [
      { message: 'Call' },
      { message: 'Fog' },
      { message: 'Fog' },
      { message: 'Evening' },
      { complete: 'Work_Watch' },
    ],
    visited: [
      ...happens.flatMap((what) => ['Handle', 'Handled', 'On', 'Task'].map((part) => `${part}_${what}`)),
      ...['Cook', 'Dig', 'Fly', 'Paint', 'Sail', 'Watch'].map((what) => `Sub_${what}`),
      ...['Dig', 'Fly', 'Paint', 'Sail', 'Watch'].map((what) => `Work_${what}`),
      ...['End', 'End_Thrown', 'End_Watch', 'Throw_Cook', 'Throw_Rain'],
    ].sort(),
  },
];
