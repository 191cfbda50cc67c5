import { defineProcess } from 'batonflow/contract';
import { Variables } from './conditional-starts.schema';

/** Contract of Reorder. Generated from conditional-starts.bpmn, as the workflow is. */
export const conditionalStarts = defineProcess({
  type: 'conditionalStarts',
  name: 'Reorder',
  input: Variables,
  messages: {},
  broadcasts: {},
  starts: { none: ['Start_Asked'], conditions: ['Start_Low'] },
  elements: {
    Start_Asked: { name: 'Somebody asks for it', kind: 'startEvent' },
    Task_Count: { name: 'Count what is left', kind: 'task' },
    Start_Low: { name: 'Stock is low', kind: 'startEvent' },
    Task_Reorder: { name: 'Reorder', kind: 'task' },
    End: { kind: 'endEvent' },
  },
});
