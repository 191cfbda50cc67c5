import { defineProcess } from 'batonflow/contract';

/** Contract of Calls of plain BPMN. Generated from calls-plain.bpmn, as the workflow is. */
export const callsPlain = defineProcess({
  type: 'callsPlain',
  name: 'Calls of plain BPMN',
  messages: {},
  broadcasts: {},
  tasks: { Call_Inform: { name: 'Inform the customer' } },
  elements: {
    Start: { kind: 'startEvent' },
    Call_Total: { name: 'Total', kind: 'scriptTask' },
    Call_Score: { name: 'Score it', kind: 'businessRuleTask' },
    Call_Sign: { name: 'Sign', kind: 'manualTask' },
    Call_Approval: { name: 'Approval', kind: 'callActivity' },
    Call_Payment: { name: 'Payment', kind: 'callActivity' },
    End: { kind: 'endEvent' },
    Event_Late: { name: 'Late', kind: 'boundaryEvent' },
    Call_Inform: { name: 'Inform the customer', kind: 'userTask' },
    End_Late: { name: 'Late', kind: 'endEvent' },
  },
});

/** Contract of Approval. Generated from calls-plain.bpmn, as the workflow is. */
export const plainApproval = defineProcess({
  type: 'plainApproval',
  name: 'Approval',
  messages: {},
  broadcasts: {},
  tasks: { Task_Approve: { name: 'Approve' } },
  elements: {
    Approval_Start: { kind: 'startEvent' },
    Gateway_Big: { name: 'Big?', kind: 'exclusiveGateway' },
    Task_Approve: { name: 'Approve', kind: 'userTask' },
    Approval_End: { kind: 'endEvent' },
  },
});

/** Contract of Payment. Generated from calls-plain.bpmn, as the workflow is. */
export const plainPayment = defineProcess({
  type: 'plainPayment',
  name: 'Payment',
  messages: {},
  broadcasts: {},
  elements: {
    Payment_Start: { kind: 'startEvent' },
    Task_Charge: { name: 'Charge', kind: 'serviceTask' },
    Payment_End: { kind: 'endEvent' },
  },
});
