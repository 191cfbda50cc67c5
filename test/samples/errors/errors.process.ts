import { defineProcess } from 'batonflow/contract';

/** Contract of What becomes of errors. Generated from errors.bpmn, as the workflow is. */
export const errors = defineProcess({
  type: 'errors',
  name: 'What becomes of errors',
  messages: {},
  broadcasts: {},
  tasks: { Task_Right: { name: 'Right' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Order: { name: 'Order', kind: 'serviceTask' },
    Sub_Produce: { name: 'Produce', kind: 'subProcess' },
    Produce_Start: { kind: 'startEvent' },
    Sub_Parts: { name: 'Make parts', kind: 'subProcess' },
    Parts_Start: { kind: 'startEvent' },
    Gateway_Parts: { kind: 'parallelGateway' },
    Task_Left: { name: 'Left', kind: 'serviceTask' },
    End_Left: { kind: 'endEvent' },
    Task_Right: { name: 'Right', kind: 'userTask' },
    End_Right: { kind: 'endEvent' },
    Produce_End: { kind: 'endEvent' },
    Sub_Repair: { name: 'Repair', kind: 'subProcess' },
    Start_Repair: { name: 'Broken', kind: 'startEvent' },
    Task_Repair: { name: 'Repair', kind: 'serviceTask' },
    End_Repaired: { kind: 'endEvent' },
    End_Produced: { kind: 'endEvent' },
    Event_Irreparable: { name: 'Irreparable', kind: 'boundaryEvent' },
    End_Irreparable: { name: 'Irreparable', kind: 'endEvent' },
    Event_Other: { name: 'Anything else', kind: 'boundaryEvent' },
    End_Rejected: { name: 'Rejected', kind: 'endEvent' },
    Event_Rejected: { name: 'Rejected', kind: 'boundaryEvent' },
  },
});
