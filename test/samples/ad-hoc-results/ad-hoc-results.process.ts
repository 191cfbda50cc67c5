import { defineProcess } from 'batonflow/contract';

/** Contract of Purchase. Generated from ad-hoc-results.bpmn, as the workflow is. */
export const purchase = defineProcess({
  type: 'purchase',
  name: 'Purchase',
  messages: {},
  broadcasts: {},
  tasks: { Task_Ann: { name: 'Ask Ann' }, Task_Bob: { name: 'Ask Bob' }, Task_Cem: { name: 'Ask Cem' } },
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Quotes: { name: 'Get quotes', kind: 'adHocSubProcess' },
    Task_Ann: { name: 'Ask Ann', kind: 'userTask' },
    Task_Bob: { name: 'Ask Bob', kind: 'userTask' },
    Task_Cem: { name: 'Ask Cem', kind: 'userTask' },
    Gateway_Sure: { name: 'Sure?', kind: 'exclusiveGateway' },
    Task_Note: { name: 'Take a note', kind: 'task' },
    Task_Check: { name: 'Check the price', kind: 'serviceTask' },
    Sub_Order: { name: 'Order', kind: 'adHocSubProcess' },
    Task_Order: { name: 'Write an order', kind: 'serviceTask' },
    Task_Thank: { name: 'Thank the others', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
