import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Boundary events see inputs, and may fail. Generated from boundary-inputs-incidents.bpmn, as the
 * workflow is.
 */
export const boundaryInputsIncidents = defineProcess({
  type: 'boundaryInputsIncidents',
  name: 'Boundary events see inputs, and may fail',
  incidents: true,
  messages: { 'Answer for inputs': null },
  broadcasts: {},
  tasks: { Task_Ask: { name: 'Ask' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Ask: { name: 'Ask', kind: 'userTask' },
    End: { kind: 'endEvent' },
    Event_Answer: { name: 'Answered', kind: 'boundaryEvent' },
    End_Answer: { kind: 'endEvent' },
    Event_Late: { name: 'Late', kind: 'boundaryEvent' },
    End_Late: { kind: 'endEvent' },
  },
});
