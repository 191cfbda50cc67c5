import { defineProcess } from 'batonflow/contract';

/** Contract of FEEL. Generated from feel.bpmn, as the workflow is. */
export const feelProcess = defineProcess({
  type: 'feelProcess',
  name: 'FEEL',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Sum: { name: 'Sum up', kind: 'scriptTask' },
    Event_Grace: { name: 'Grace period', kind: 'intermediateCatchEvent' },
    Event_Until: { name: 'Until the day', kind: 'intermediateCatchEvent' },
    Gateway: { name: 'Which?', kind: 'exclusiveGateway' },
    Task_Call: { name: 'Call', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Task_Mail: { name: 'Mail', kind: 'serviceTask' },
  },
});
