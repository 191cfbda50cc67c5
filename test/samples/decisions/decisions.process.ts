import { defineProcess } from 'batonflow/contract';

/** Contract of Order by decisions. Generated from decisions.bpmn, as the workflow is. */
export const decisions = defineProcess({
  type: 'decisions',
  name: 'Order by decisions',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Risk: { name: 'How risky?', kind: 'businessRuleTask' },
    Task_Terms: { name: 'Terms', kind: 'businessRuleTask' },
    Task_Discounts: { name: 'Discounts', kind: 'businessRuleTask' },
    Gateway_Risk: { name: 'Risky?', kind: 'exclusiveGateway' },
    Task_Check: { name: 'Check', kind: 'serviceTask' },
    Gateway_Checked: { kind: 'exclusiveGateway' },
    Task_Total: { name: 'Total', kind: 'businessRuleTask' },
    End: { kind: 'endEvent' },
  },
});
