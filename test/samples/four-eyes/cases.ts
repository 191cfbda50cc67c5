import type { Case } from '../case';

export const cases: readonly Case[] = [
  {
    name: 'two people agree',
    when: [
      { complete: 'Task_First', result: { approved: true }, as: 'alice' },
      { complete: 'Task_Second', result: { approved: true }, as: 'bob' },
    ],
    path: ['Task_First', 'Task_Second', 'End_Approved'],
    variables: { firstApprover: 'alice' },
  },
  {
    name: 'an error says what the diagram has it say',
    when: [{ complete: 'Task_First', result: { approved: false }, as: 'alice' }],
    fails: { type: 'BpmnError', message: 'Not enough people agree' },
  },
  {
    name: 'also by an expression',
    when: [
      { complete: 'Task_First', result: { approved: true }, as: 'alice' },
      { complete: 'Task_Second', result: { approved: false }, as: 'bob' },
    ],
    fails: { type: 'BpmnError', message: 'alice was for it' },
  },
];
