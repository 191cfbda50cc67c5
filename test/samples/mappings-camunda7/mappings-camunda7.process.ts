import { defineProcess } from 'batonflow/contract';

/** Contract of Mappings of Camunda 7. Generated from mappings-camunda7.bpmn, as the workflow is. */
export const mappingsCamunda7 = defineProcess({
  type: 'mappingsCamunda7',
  name: 'Mappings of Camunda 7',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Quote: { name: 'Quote', kind: 'serviceTask' },
    Sub_Check: { name: 'Check', kind: 'subProcess' },
    Start_Check: { kind: 'startEvent' },
    Task_Raise: { name: 'Raise the limit', kind: 'scriptTask' },
    Task_Score: { name: 'Score', kind: 'serviceTask' },
    End_Check: { kind: 'endEvent' },
    Task_Note: { name: 'Note', kind: 'scriptTask' },
    End: { kind: 'endEvent' },
  },
});
