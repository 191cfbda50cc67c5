import { defineProcess } from 'batonflow/contract';

/** Contract of Choices. Generated from choice.bpmn, as the workflow is. */
export const choice = defineProcess({
  type: 'choice',
  name: 'Choices',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Tier: { name: 'Which tier?', kind: 'exclusiveGateway' },
    Task_Gold: { name: 'Thank in person', kind: 'serviceTask' },
    Task_Silver: { name: 'Send voucher', kind: 'serviceTask' },
    Task_Note: { name: 'Note', kind: 'task' },
    Gateway_Merge: { kind: 'exclusiveGateway' },
    Gateway_Rush: { name: 'Rush?', kind: 'exclusiveGateway' },
    Task_Rush: { name: 'Book courier', kind: 'serviceTask' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
