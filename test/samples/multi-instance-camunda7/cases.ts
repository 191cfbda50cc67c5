import type { Case } from '../case';

const given = {
  customers: ['Ann', 'Bob', 'Cem'],
  board: { members: ['Dan', 'Eve', 'Fay'] },
  nrOfVoters: 3,
  quorum: 0.6,
  approved: true,
};
const scores = ['Task_Score', 'Task_Score', 'Task_Score'];
const votes = ['Task_Vote', 'Task_Vote', 'Task_Vote'];

export const cases: readonly Case[] = [
  {
    name: 'a quorum of three, then two customers, of whom one is called',
    given,
    when: [
      { complete: 'Task_Vote', result: { approved: true } },
      { complete: 'Task_Vote', result: { approved: true } },
    ],
    path: [
      ...[...scores, ...votes, 'Sub_Tell', 'Task_Call', 'End_Stop'],
      ...['Sub_Tell', 'Task_Mail', 'End_Tell', 'End'],
    ],
    inputs: {
      script: [
        {
          language: 'javascript',
          source: 'called = task + loopCounter;',
          variables: { ...given, task: 'Ann', loopCounter: 0 },
        },
      ],
      mail: [{ ...given, task: 'Bob', loopCounter: 1 }],
    },
    variables: { task: undefined, loopCounter: undefined, customer: undefined },
  },
  {
    name: 'one vote against it is enough',
    given: { ...given, customers: [] },
    when: [{ complete: 'Task_Vote', result: { approved: false, loopCounter: 7 } }],
    path: ['Task_Score', ...votes, 'Sub_Tell', 'End'],
    variables: { approved: false, loopCounter: undefined },
  },
];
