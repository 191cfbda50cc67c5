import { defineProcess } from 'batonflow/contract';
import { Variables, tasks } from './refund.schema';

/** Contract of Refund. Generated from refund.bpmn, as the workflow is. */
export const refund = defineProcess({
  type: 'refund',
  name: 'Refund',
  description: 'Pays money back to a customer. Above 100 a person has to approve it.',
  input: Variables,
  messages: {},
  broadcasts: {},
  tasks: { Task_Approve: { name: 'Approve refund', result: tasks.Task_Approve } },
  elements: {
    Start_Asked: { name: 'Refund asked for', kind: 'startEvent' },
    Gateway_Large: { name: 'Above 100?', kind: 'exclusiveGateway' },
    Task_Approve: { name: 'Approve refund', kind: 'userTask' },
    Gateway_Approved: { name: 'Approved?', kind: 'exclusiveGateway' },
    End_Refused: { name: 'Refused', kind: 'endEvent' },
    Gateway_Pay: { kind: 'exclusiveGateway' },
    Task_Pay: { name: 'Pay refund', kind: 'serviceTask' },
    End_Refunded: { name: 'Refunded', kind: 'endEvent' },
  },
});
