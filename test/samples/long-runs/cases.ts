import type { Case } from '../case';

const oil = [{ oil: 1 }, { oil: 2 }, { oil: 3 }];
const make = [{ made: 1 }, { made: 2 }, { made: 3 }, { made: 4 }];
const measure = [{ measured: 1 }, { measured: 2 }, { measured: 3 }];
const pack = [{ packed: 1 }, { packed: 2 }, { packed: 3 }, { packed: 4 }];

export const cases: readonly Case[] = [
  {
    name: 'every loop turns',
    given: { oil: 0, made: 0, measured: 0, packed: 0, wanted: 4 },
    answers: { oil, makePart: make, measure, packParts: pack, rentMachine: { rent: 'r-1' } },
    visited: [
      ...[
        'End',
        'Event_Undo',
        ...Array<string>(4).fill('Task_Make'),
        ...Array<string>(3).fill('Task_Measure'),
      ],
      ...[...Array<string>(3).fill('Task_Oil'), ...Array<string>(4).fill('Task_Pack'), 'Task_Prepare'],
      ...['Task_Rent', 'Task_Report', 'Task_Return', 'Task_Start'],
    ],
    variables: { oil: 3, made: 4, measured: 3, packed: 4, rent: 'r-1' },
  },
  {
    name: 'well oiled',
    given: { oil: 5, made: 0, measured: 2, packed: 0, wanted: 1 },
    answers: { makePart: make, measure: { measured: 3 }, packParts: pack },
    visited: [
      ...['End', 'Event_Undo', 'Task_Make', 'Task_Measure', 'Task_Pack', 'Task_Prepare'],
      ...['Task_Rent', 'Task_Report', 'Task_Return', 'Task_Start'],
    ],
  },
];
