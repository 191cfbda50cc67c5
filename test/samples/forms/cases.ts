import type { Case } from '../case';

const filled = {
  decision: 'approved',
  limit: 100,
  contact: { code: 'AB-1234' },
  accepted: true,
  region: 'Rheinland-Pfalz',
  items: [{ sku: 'lamp', quantity: 2 }],
};

export const cases: readonly Case[] = [
  {
    name: 'what the fields give goes into the variables, and nothing else; what was left empty is left out',
    given: { groups: ['finance'] },
    when: [
      { complete: 'Task_Approve', result: { ...filled, from: null, level: null, secret: 1 } },
      { complete: 'Task_Confirm', result: { confirmed: true, note: '' } },
    ],
    path: ['Task_Approve', 'Task_Confirm', 'End'],
    variables: { ...filled, secret: undefined, from: undefined, confirmed: true, note: '' },
  },
  {
    name: 'dates and times as Camunda writes them',
    given: { groups: ['finance'] },
    when: [
      {
        complete: 'Task_Approve',
        result: { ...filled, from: '2030-01-31', at: '09:30+01:00', until: '2030-01-31T09:30+01:00' },
      },
      { complete: 'Task_Confirm' },
    ],
    variables: { from: '2030-01-31', at: '09:30+01:00', until: '2030-01-31T09:30+01:00' },
  },
];
