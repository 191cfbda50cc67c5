import { defineProcess } from 'batonflow/contract';

/** Contract of Parcel by decisions. Generated from decisions-flowable.bpmn, as the workflow is. */
export const decisionsFlowable = defineProcess({
  type: 'decisionsFlowable',
  name: 'Parcel by decisions',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Size: { name: 'Size', kind: 'serviceTask' },
    Task_Postage: { name: 'Postage', kind: 'businessRuleTask' },
    Task_Insure: { name: 'Insure', kind: 'businessRuleTask' },
    End: { kind: 'endEvent' },
  },
});
