import type { Case } from '../case';

const given = {
  application: { applicant: { name: 'Ann' }, category: 'car' },
  reviewer: 'bob',
  dueDate: 'P3D',
  orderId: 17,
  orders: [],
};
const when: Case['when'] = [{ complete: 'Task_Review' }];

export const cases: readonly Case[] = [
  {
    name: 'yellow, scored, issued',
    given: { ...given, riskLevel: 'yellow', score: 7, approved: true },
    answers: { score: { score: 8, raw: 1 } },
    when,
    path: ['Task_Review', 'Task_Score', 'Task_Issue', 'End'],
    inputs: { score: [{ text: 'Order 17 of Ann', isNew: true }] },
    // Camunda 7 submits what a worker gives to the process, also beside output parameters
    variables: { score: 9, raw: 1 },
  },
  {
    name: 'red',
    given: { ...given, riskLevel: 'green', score: 4 },
    when,
    path: ['Task_Review', 'Task_Reject', 'End'],
  },
  {
    name: 'green, not approved',
    given: { ...given, riskLevel: 'green', score: 5, approved: false },
    when,
    path: ['Task_Review', 'Task_Reject', 'End'],
  },
  {
    name: 'a variable that does not exist',
    given: { ...given, riskLevel: 'green', score: 5 },
    when,
    fails: { type: 'ExpressionFailed', message: "there is no variable 'approved'" },
  },
];
