import { defineProcess } from 'batonflow/contract';

/**
 * Contract of What completed instances throw. Generated from multi-instance-behaviors.bpmn, as the workflow
 * is.
 */
export const multiInstanceBehaviors = defineProcess({
  type: 'multiInstanceBehaviors',
  name: 'What completed instances throw',
  messages: {},
  broadcasts: { Done: null },
  elements: {
    Start: { kind: 'startEvent' },
    Task_None: { name: 'None', kind: 'task' },
    Task_One: { name: 'One', kind: 'task' },
    Task_All: { name: 'All', kind: 'task' },
    Task_Complex: { name: 'Complex', kind: 'task' },
    End: { kind: 'endEvent' },
    Event_Complex: { kind: 'boundaryEvent' },
    Task_AfterComplex: { name: 'After complex', kind: 'task' },
    End_Complex: { kind: 'endEvent' },
    Event_All: { kind: 'boundaryEvent' },
    Task_AfterAll: { name: 'After all', kind: 'task' },
    End_All: { kind: 'endEvent' },
    Event_One: { kind: 'boundaryEvent' },
    Task_AfterOne: { name: 'After one', kind: 'task' },
    End_One: { kind: 'endEvent' },
    Event_None: { kind: 'boundaryEvent' },
    Task_AfterNone: { name: 'After none', kind: 'task' },
    End_None: { kind: 'endEvent' },
  },
});
