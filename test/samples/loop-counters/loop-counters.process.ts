import { defineProcess } from 'batonflow/contract';
import { Variables } from './loop-counters.schema';

/** Contract of Loops that know their turn. Generated from loop-counters.bpmn, as the workflow is. */
export const loopCounters = defineProcess({
  type: 'loopCounters',
  name: 'Loops that know their turn',
  input: Variables,
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Look: { name: 'Look at a page', kind: 'scriptTask' },
    Task_Knock: { name: 'Knock', kind: 'task' },
    Task_Print: { name: 'Print a page', kind: 'scriptTask' },
    Task_Note: { name: 'Take notes', kind: 'scriptTask' },
    End: { kind: 'endEvent' },
  },
});
