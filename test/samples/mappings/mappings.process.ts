import { defineProcess } from 'batonflow/contract';

/** Contract of Mappings. Generated from mappings.bpmn, as the workflow is. */
export const mappings = defineProcess({
  type: 'mappings',
  name: 'Mappings',
  messages: {},
  broadcasts: {},
  tasks: { Task_Print: { name: 'Print' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Prepare: { name: 'Prepare', kind: 'manualTask' },
    Sub_Pack: { name: 'Pack', kind: 'subProcess' },
    Start_Pack: { kind: 'startEvent' },
    Gateway_Fragile: { name: 'Fragile?', kind: 'exclusiveGateway' },
    Task_Pad: { name: 'Pad', kind: 'serviceTask' },
    Gateway_Padded: { kind: 'exclusiveGateway' },
    Fork: { kind: 'parallelGateway' },
    Task_Weigh: { name: 'Weigh', kind: 'serviceTask' },
    Task_Label: { name: 'Label', kind: 'scriptTask' },
    Task_Print: { name: 'Print', kind: 'userTask' },
    Join: { kind: 'parallelGateway' },
    End_Pack: { kind: 'endEvent' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
    Event_Late: { name: 'Late', kind: 'boundaryEvent' },
    End_Late: { kind: 'endEvent' },
  },
});
