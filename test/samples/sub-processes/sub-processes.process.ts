import { defineProcess } from 'batonflow/contract';

/** Contract of Processes in processes. Generated from sub-processes.bpmn, as the workflow is. */
export const subProcesses = defineProcess({
  type: 'subProcesses',
  name: 'Processes in processes',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Sub_File: { name: 'File document', kind: 'subProcess' },
    Outer_Start: { kind: 'startEvent' },
    Sub_Scan: { name: 'Digitise', kind: 'subProcess' },
    Inner_Start: { kind: 'startEvent' },
    Task_Scan: { name: 'Scan', kind: 'serviceTask' },
    Gateway_Legible: { name: 'Legible?', kind: 'exclusiveGateway' },
    Inner_Illegible: { name: 'Illegible', kind: 'endEvent' },
    Inner_Done: { name: 'Scanned', kind: 'endEvent' },
    Gateway_Known: { name: 'Known?', kind: 'exclusiveGateway' },
    Outer_Known: { name: 'Nothing new', kind: 'endEvent' },
    Task_Index: { name: 'Index', kind: 'serviceTask' },
    Outer_Done: { name: 'Filed', kind: 'endEvent' },
    Event_Illegible: { name: 'Illegible', kind: 'boundaryEvent' },
    Task_Ask: { name: 'Ask for a copy', kind: 'serviceTask' },
    Event_Timeout: { name: 'After a week', kind: 'boundaryEvent' },
    Sub_Archive: { name: 'Archive', kind: 'subProcess' },
    Single_Start: { kind: 'startEvent' },
    Task_Archive: { name: 'Archive', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
