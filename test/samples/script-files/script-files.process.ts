import { defineProcess } from 'batonflow/contract';

/** Contract of Script files. Generated from script-files.bpmn, as the workflow is. */
export const scriptFiles = defineProcess({
  type: 'scriptFiles',
  name: 'Script files',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Price: { name: 'Price', kind: 'scriptTask' },
    'Task_Price:end': { name: 'Price: end listener', kind: 'scriptTask' },
    Gateway: { name: 'Cheap?', kind: 'exclusiveGateway' },
    End_Cheap: { kind: 'endEvent' },
    Task_Report: { name: 'Report', kind: 'scriptTask' },
    End: { kind: 'endEvent' },
  },
});
