import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Multi-instance as in Camunda 7. Generated from multi-instance-camunda7.bpmn, as the workflow
 * is.
 */
export const multiInstanceCamunda7 = defineProcess({
  type: 'multiInstanceCamunda7',
  name: 'Multi-instance as in Camunda 7',
  messages: {},
  broadcasts: {},
  tasks: { Task_Vote: { name: 'Vote' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Score: { name: 'Score', kind: 'serviceTask' },
    Task_Vote: { name: 'Vote', kind: 'userTask' },
    Sub_Tell: { name: 'Tell the customer', kind: 'subProcess' },
    Start_Tell: { kind: 'startEvent' },
    Gateway_First: { name: 'First?', kind: 'exclusiveGateway' },
    Task_Call: { name: 'Call', kind: 'scriptTask' },
    End_Stop: { name: 'Stop', kind: 'endEvent' },
    Task_Mail: { name: 'Mail', kind: 'serviceTask' },
    End_Tell: { kind: 'endEvent' },
    End: { kind: 'endEvent' },
  },
});
