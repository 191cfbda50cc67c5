import { defineProcess } from 'batonflow/contract';

/** Contract of Some branches join. Generated from partly-joined.bpmn, as the workflow is. */
export const partlyJoined = defineProcess({
  type: 'partlyJoined',
  name: 'Some branches join',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Fork: { kind: 'parallelGateway' },
    Task_Wheels: { name: 'Order wheels', kind: 'serviceTask' },
    Task_Frame: { name: 'Weld frame', kind: 'serviceTask' },
    Join_Parts: { name: 'Parts are there', kind: 'parallelGateway' },
    Task_Assemble: { name: 'Assemble', kind: 'serviceTask' },
    End_Built: { name: 'Built', kind: 'endEvent' },
    Task_Advertise: { name: 'Advertise', kind: 'serviceTask' },
    End_Advertised: { name: 'Advertised', kind: 'endEvent' },
  },
});
