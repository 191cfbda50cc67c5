import { defineProcess } from 'batonflow/contract';
import { Variables } from './decisions-typed.schema';

/** Contract of Loan by decisions. Generated from decisions-typed.bpmn, as the workflow is. */
export const decisionsTyped = defineProcess({
  type: 'decisionsTyped',
  name: 'Loan by decisions',
  input: Variables,
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Rate: { name: 'Rate', kind: 'businessRuleTask' },
    Task_Eligible: { name: 'Eligible?', kind: 'businessRuleTask' },
    Gateway: { name: 'Eligible?', kind: 'exclusiveGateway' },
    End_Granted: { name: 'Granted', kind: 'endEvent' },
    End_Refused: { name: 'Refused', kind: 'endEvent' },
  },
});
