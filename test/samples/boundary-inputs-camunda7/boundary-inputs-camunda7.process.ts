import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Boundary events see inputs of Camunda 7. Generated from boundary-inputs-camunda7.bpmn, as the
 * workflow is.
 */
export const boundaryInputsCamunda7 = defineProcess({
  type: 'boundaryInputsCamunda7',
  name: 'Boundary events see inputs of Camunda 7',
  messages: {},
  broadcasts: {},
  tasks: { Task_Review: { name: 'Review' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Review: { name: 'Review', kind: 'userTask' },
    Task_Ship: { name: 'Ship', kind: 'callActivity' },
    End: { kind: 'endEvent' },
    Event_Slow: { name: 'Slow', kind: 'boundaryEvent' },
    End_Slow: { kind: 'endEvent' },
    Event_Busy: { name: 'Busy', kind: 'boundaryEvent' },
    Task_Hurry: { name: 'Hurry', kind: 'task' },
    End_Busy: { kind: 'endEvent' },
    Event_Due: { name: 'Due', kind: 'boundaryEvent' },
    End_Due: { kind: 'endEvent' },
  },
});

/** Contract of Shipping, seen by nobody. Generated from boundary-inputs-camunda7.bpmn, as the workflow is. */
export const boundaryInputsShipping = defineProcess({
  type: 'boundaryInputsShipping',
  name: 'Shipping, seen by nobody',
  messages: {},
  broadcasts: {},
  tasks: { Task_Carry: { name: 'Carry' } },
  elements: {
    Start_Shipping: { kind: 'startEvent' },
    Task_Carry: { name: 'Carry', kind: 'userTask' },
    End_Shipping: { kind: 'endEvent' },
  },
});
