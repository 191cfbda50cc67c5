import { defineProcess } from 'batonflow/contract';

/** Contract of Meal by decisions. Generated from decisions-camunda7.bpmn, as the workflow is. */
export const decisionsCamunda7 = defineProcess({
  type: 'decisionsCamunda7',
  name: 'Meal by decisions',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Season: { name: 'Season', kind: 'businessRuleTask' },
    Task_Meal: { name: 'Meal', kind: 'businessRuleTask' },
    Task_Drinks: { name: 'Drinks', kind: 'businessRuleTask' },
    Task_Guests: { name: 'Places', kind: 'businessRuleTask' },
    Task_Note: { name: 'Note', kind: 'businessRuleTask' },
    Task_Legacy: { name: 'Pay the cook', kind: 'businessRuleTask' },
    End: { kind: 'endEvent' },
  },
});
