import { defineProcess } from 'batonflow/contract';

/** Contract of Gateways that are not drawn. Generated from implicit-gateways.bpmn, as the workflow is. */
export const implicitGateways = defineProcess({
  type: 'implicitGateways',
  name: 'Gateways that are not drawn',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Plan: { name: 'Plan', kind: 'serviceTask' },
    Task_Left: { name: 'Left', kind: 'serviceTask' },
    Task_Right: { name: 'Right', kind: 'serviceTask' },
    Join: { kind: 'parallelGateway' },
    Task_Check: { name: 'Check', kind: 'serviceTask' },
    Task_Done: { name: 'Hand over', kind: 'serviceTask' },
    Event_Broken: { name: 'Broken', kind: 'boundaryEvent' },
    Task_Repair: { name: 'Repair', kind: 'serviceTask' },
  },
});
