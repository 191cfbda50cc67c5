import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Boundary events see the inputs of their activity. Generated from boundary-inputs.bpmn, as the
 * workflow is.
 */
export const boundaryInputs = defineProcess({
  type: 'boundaryInputs',
  name: 'Boundary events see the inputs of their activity',
  broadcasts: {},
  tasks: {
    Task_Review: { name: 'Review' },
    Task_Count: { name: 'Count one' },
    Task_Note: { name: 'Note it' },
  },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Review: { name: 'Review', kind: 'userTask' },
    Sub_Count: { name: 'Count', kind: 'subProcess' },
    Start_Count: { kind: 'startEvent' },
    Task_Count: { name: 'Count one', kind: 'userTask' },
    Task_Note: { name: 'Note it', kind: 'userTask' },
    End_Count: { kind: 'endEvent' },
    Task_Sign: { name: 'Wait for the signature', kind: 'receiveTask' },
    End: { kind: 'endEvent' },
    Event_TooMany: { name: 'Too many', kind: 'boundaryEvent' },
    End_TooMany: { kind: 'endEvent' },
    Event_Due: { name: 'Deadline', kind: 'boundaryEvent' },
    End_Due: { kind: 'endEvent' },
    Event_Recall: { name: 'Recalled', kind: 'boundaryEvent' },
    End_Recall: { kind: 'endEvent' },
    Event_Remind: { name: 'After a while', kind: 'boundaryEvent' },
    Task_Remind: { name: 'Remind', kind: 'task' },
    End_Remind: { kind: 'endEvent' },
  },
});
