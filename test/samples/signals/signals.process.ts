import { defineProcess } from 'batonflow/contract';

/** Contract of Signals in one run. Generated from signals.bpmn, as the workflow is. */
export const signals = defineProcess({
  type: 'signals',
  name: 'Signals in one run',
  messages: {},
  broadcasts: { 'Doors open': null, 'Doors closed': null },
  elements: {
    Start: { kind: 'startEvent' },
    Fork: { kind: 'parallelGateway' },
    Event_Open: { name: 'Doors open', kind: 'intermediateCatchEvent' },
    Task_Enter: { name: 'Enter', kind: 'serviceTask' },
    End_Entered: { kind: 'endEvent' },
    Sub_Evening: { name: 'Evening', kind: 'subProcess' },
    Start_Evening: { kind: 'startEvent' },
    Throw_Doors: { name: 'Open and close', kind: 'intermediateThrowEvent' },
    Task_Never: { name: 'Never done', kind: 'serviceTask' },
    End_Evening: { kind: 'endEvent' },
    End_Quiet: { name: 'Quiet', kind: 'endEvent' },
    Event_Closed: { name: 'Closed', kind: 'boundaryEvent' },
    Event_Noise: { name: 'Noise', kind: 'boundaryEvent' },
    Task_Listen: { name: 'Listen', kind: 'serviceTask' },
    End_Listened: { kind: 'endEvent' },
    Event_Both: { name: 'Open and closed', kind: 'intermediateCatchEvent' },
    Task_Count: { name: 'Count', kind: 'serviceTask' },
    End_Counted: { kind: 'endEvent' },
  },
});
