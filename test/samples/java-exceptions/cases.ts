import type { Case } from '../case';

export const cases: readonly Case[] = [
  { name: 'nothing is thrown', path: ['Task_Charge', 'End_Charged'] },
  {
    name: 'the exception of the boundary event, by its bare name',
    answers: { charge: { breaks: 'PaymentException' } },
    path: ['Task_Charge', 'Event_Payment', 'Task_Remind', 'End_Reminded'],
    variables: { exception: undefined },
  },
  {
    name: 'the same as a BPMN error with that code',
    answers: { charge: { throws: 'com.acme.PaymentException' } },
    path: ['Task_Charge', 'Event_Payment', 'Task_Remind', 'End_Reminded'],
    variables: { reason: 'com.acme.PaymentException' },
  },
  {
    name: 'any other one',
    answers: { charge: { breaks: 'IOException' } },
    path: ['Task_Charge', 'Start_Report', 'Sub_Report', 'Task_Report', 'End_Reported'],
    variables: { exception: 'IOException' },
  },
  {
    name: 'a BPMN error is no exception',
    answers: { charge: { throws: 'DECLINED' } },
    fails: { type: 'BpmnError', message: 'DECLINED' },
  },
];
