import { defineProcess } from 'batonflow/contract';

/** Contract of Expenses. Generated from denied-changes.bpmn, as the workflow is. */
export const deniedChanges = defineProcess({
  type: 'deniedChanges',
  name: 'Expenses',
  messages: {},
  broadcasts: {},
  tasks: { Task_Enter: { name: 'Enter expenses' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Enter: { name: 'Enter expenses', kind: 'userTask' },
    'Task_Enter:assigning': { name: 'Enter expenses: assigning listener', kind: 'serviceTask' },
    'Task_Enter:completing': { name: 'Enter expenses: completing listener', kind: 'serviceTask' },
    'Task_Enter:completing2': { name: 'Enter expenses: completing listener', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
