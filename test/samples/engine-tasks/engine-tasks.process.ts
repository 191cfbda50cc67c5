import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Tasks that an engine carries out itself. Generated from engine-tasks.bpmn, as the workflow is.
 */
export const engineTasks = defineProcess({
  type: 'engineTasks',
  name: 'Tasks that an engine carries out itself',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Find: { name: 'Find the customer', kind: 'serviceTask' },
    Task_Greet: { name: 'Greet', kind: 'sendTask' },
    End: { kind: 'endEvent' },
  },
});
