import type { Case } from '../case';

const given = {
  applicant: { age: 40, 'Monthly Income': 3000, employment: 'employed' },
  loan: { amount: 6000, months: 24 },
};

export const cases: readonly Case[] = [
  {
    name: 'granted',
    given,
    path: ['Task_Rate', 'Task_Eligible', 'End_Granted'],
    variables: { rate: 0.05, eligible: true },
  },
  {
    name: 'refused',
    given: { ...given, loan: { amount: 60_000, months: 60 } },
    path: ['Task_Rate', 'Task_Eligible', 'End_Refused'],
    variables: { rate: 0.08, eligible: false },
  },
];
