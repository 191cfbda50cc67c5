import { defineProcess } from 'batonflow/contract';

/** Contract of Damage claim. Generated from incidents.bpmn, as the workflow is. */
export const damageClaim = defineProcess({
  type: 'damageClaim',
  name: 'Damage claim',
  incidents: true,
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Sum: { name: 'Add up the damage', kind: 'scriptTask' },
    Gateway_Size: { name: 'How much?', kind: 'exclusiveGateway' },
    Task_Small: { name: 'Pay at once', kind: 'serviceTask' },
    Task_Expert: { name: 'Send an expert', kind: 'serviceTask' },
    Gateway_Merge: { kind: 'exclusiveGateway' },
    Gateway_Tell: { name: 'Whom to tell?', kind: 'inclusiveGateway' },
    Task_Mail: { name: 'Write to the customer', kind: 'serviceTask' },
    Task_Agent: { name: 'Tell the agent', kind: 'serviceTask' },
    Gateway_Told: { kind: 'inclusiveGateway' },
    Gateway_Again: { name: 'Another one?', kind: 'exclusiveGateway' },
    Task_Next: { name: 'Fetch the next one', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
