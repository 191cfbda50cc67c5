import { defineProcess } from 'batonflow/contract';

/** Contract of Quote by a decision service. Generated from decisions-service.bpmn, as the workflow is. */
export const decisionsService = defineProcess({
  type: 'decisionsService',
  name: 'Quote by a decision service',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Total: { name: 'Total', kind: 'businessRuleTask' },
    Task_Quote: { name: 'Quote', kind: 'businessRuleTask' },
    End: { kind: 'endEvent' },
  },
});
