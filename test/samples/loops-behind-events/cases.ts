import type { Case } from '../case';

const given = { orderId: 'O1', packed: 0, wanted: 3, oil: 0, measured: 0, made: 0 };
const packParts = [{ packed: 1 }, { packed: 2 }, { packed: 3 }];
const oil = [{ oil: 1 }, { oil: 2 }, { oil: 3 }];
const measure = [{ measured: 1 }, { measured: 2 }, { measured: 3 }];
const makePart = [{ made: 1 }, { made: 2 }, { made: 3 }];

const times = (element: string) => Array<string>(3).fill(element);

export const cases: readonly Case[] = [
  {
    name: 'loops behind a message and behind work that ended well; one that ends its scope',
    given,
    answers: { packParts, makePart },
    when: [{ message: 'Ordered', key: 'O1', payload: { wanted: 3, by: 'Ann' } }],
    visited: [
      ...['Event_Ordered', ...times('Task_Pack'), 'Task_Rent', 'SubProcess_Load'],
      ...[...times('Task_Make'), 'Event_Sealed', 'End_Loaded', 'End'],
    ].sort(),
    variables: { by: 'Ann', packed: 3, made: 3 },
  },
  {
    name: 'loops behind the other message, and behind an error',
    given,
    answers: { oil, rentMachine: { throws: 'TAKEN' }, measure, makePart },
    when: [{ message: 'Withdrawn', key: 'O1', payload: {} }],
    visited: [
      ...['Event_Withdrawn', ...times('Task_Oil'), 'Task_Rent', 'Event_Taken', ...times('Task_Measure')],
      ...['SubProcess_Load', ...times('Task_Make'), 'Event_Sealed', 'End_Loaded', 'End'],
    ].sort(),
    variables: { oil: 3, measured: 3, made: 3 },
  },
];
