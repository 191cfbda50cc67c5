import { defineProcess } from 'batonflow/contract';

/** Contract of Data. Generated from data.bpmn, as the workflow is. */
export const data = defineProcess({
  type: 'data',
  name: 'Data',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Look: { name: 'Look at it', kind: 'task' },
    Task_Split: { name: 'Split', kind: 'serviceTask' },
    Task_Price: { name: 'Price', kind: 'serviceTask' },
    Sub_Note: { name: 'Note', kind: 'subProcess' },
    Start_Note: { kind: 'startEvent' },
    Task_Draft: { name: 'Draft', kind: 'scriptTask' },
    End_Note: { kind: 'endEvent' },
    End: { kind: 'endEvent' },
  },
});
