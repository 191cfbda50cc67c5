import type { Case } from '../case';

const claim = { claimId: 'c-1', amount: 40, premium: true, holder: { name: 'Ann' } };

export const cases: readonly Case[] = [
  {
    name: 'assessed twice, then paid',
    given: claim,
    answers: { assess: [{ verdict: 'unclear' }, { verdict: 'covered' }] },
    path: ['Task_Assess', 'Task_Assess', 'Task_Pay', 'End_Paid'],
    inputs: {
      assess: [
        { claimId: 'c-1', amount: 40 },
        { claimId: 'c-1', amount: 40 },
      ],
      pay: [{ amount: 80, to: 'Ann', note: 'claim c-1' }],
    },
  },
  {
    name: 'not covered',
    given: { ...claim, premium: false },
    answers: { assess: { verdict: 'not covered' } },
    path: ['Task_Assess', 'End_Rejected'],
  },
  {
    name: 'much, and not approved',
    given: { ...claim, amount: 1001 },
    answers: { assess: { verdict: 'covered' } },
    when: [{ complete: 'Task_Approve', result: { approved: false } }],
    path: ['Task_Assess', 'Task_Approve', 'End_Rejected'],
  },
  {
    name: 'much, and approved',
    given: { ...claim, amount: 1001 },
    answers: { assess: { verdict: 'covered' } },
    when: [{ complete: 'Task_Approve', result: { approved: true } }],
    path: ['Task_Assess', 'Task_Approve', 'Task_Pay', 'End_Paid'],
  },
];
