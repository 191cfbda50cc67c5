import { defineProcess } from 'batonflow/contract';

/** Contract of A process that a message starts. Generated from started.bpmn, as the workflow is. */
export const ordering = defineProcess({
  type: 'ordering',
  name: 'A process that a message starts',
  messages: { 'Order received': null },
  broadcasts: {},
  starts: { messages: { 'Order received': 'Start' } },
  elements: {
    Start: { name: 'Order received', kind: 'startEvent' },
    Task_Check: { name: 'Check', kind: 'serviceTask' },
    Task_Answer: { name: 'Answer', kind: 'sendTask' },
    End_Answered: { kind: 'endEvent' },
  },
});
