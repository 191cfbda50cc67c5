import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Boundary events of other triggers. Generated from boundary-triggers.bpmn, as the workflow is.
 */
export const boundaryTriggers = defineProcess({
  type: 'boundaryTriggers',
  name: 'Boundary events of other triggers',
  messages: {
    Question: null,
    Note: null,
    Figures: null,
    Charts: null,
    'Not wanted': null,
    'Author stops': null,
    'Printer stops': null,
  },
  broadcasts: { Inspection: null },
  tasks: {
    Task_Write: { name: 'Write report' },
    Task_Review: { name: 'Review' },
    Task_Print: { name: 'Print' },
  },
  elements: {
    Start: { kind: 'startEvent' },
    Fork: { kind: 'parallelGateway' },
    Task_Write: { name: 'Write report', kind: 'userTask' },
    End_Written: { kind: 'endEvent' },
    Event_Asked: { name: 'Asked by somebody', kind: 'boundaryEvent' },
    Task_Answer: { name: 'Answer', kind: 'task' },
    End_Answer: { kind: 'endEvent' },
    Event_Long: { name: 'Gets long', kind: 'boundaryEvent' },
    Task_Shorten: { name: 'Shorten', kind: 'task' },
    End_Shorten: { kind: 'endEvent' },
    Event_Note: { name: 'Note', kind: 'boundaryEvent' },
    Task_Read: { name: 'Read', kind: 'task' },
    End_Read: { kind: 'endEvent' },
    Event_Sources: { name: 'All sources are there', kind: 'boundaryEvent' },
    Task_Attach: { name: 'Attach', kind: 'task' },
    End_Attach: { kind: 'endEvent' },
    Event_Withdrawn: { name: 'Withdrawn', kind: 'boundaryEvent' },
    End_Withdrawn: { kind: 'endEvent' },
    Throw_Note: { name: 'Note', kind: 'intermediateThrowEvent' },
    Throw_Inspection: { name: 'Inspection', kind: 'intermediateThrowEvent' },
    Throw_Sources: { name: 'Figures and charts', kind: 'intermediateThrowEvent' },
    Task_Review: { name: 'Review', kind: 'userTask' },
    End_Reviewed: { kind: 'endEvent' },
    Event_Late: { name: 'Late or not wanted', kind: 'boundaryEvent' },
    Task_Print: { name: 'Print', kind: 'userTask' },
    End_Printed: { kind: 'endEvent' },
    Event_Stopped: { name: 'Both agree to stop', kind: 'boundaryEvent' },
    End_Stopped: { kind: 'endEvent' },
  },
});
