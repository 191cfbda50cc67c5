import { defineProcess } from 'batonflow/contract';

/** Contract of Camunda 7. Generated from camunda7.bpmn, as the workflow is. */
export const camunda7 = defineProcess({
  type: 'camunda7',
  name: 'Camunda 7',
  messages: {},
  broadcasts: {},
  tasks: { Task_Review: { name: 'Review application' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Review: { name: 'Review application', kind: 'userTask' },
    Gateway_Risk: { name: 'Risk?', kind: 'exclusiveGateway' },
    Task_Score: { name: 'Score', kind: 'serviceTask' },
    Gateway_Merge: { kind: 'exclusiveGateway' },
    Gateway_Issue: { name: 'Issue?', kind: 'exclusiveGateway' },
    Task_Issue: { name: 'Issue policy', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Task_Reject: { name: 'Reject', kind: 'serviceTask' },
  },
});
