import { defineProcess } from 'batonflow/contract';

/** Contract of Scripts in other languages. Generated from scripts.bpmn, as the workflow is. */
export const scripts = defineProcess({
  type: 'scripts',
  name: 'Scripts in other languages',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Groovy: { name: 'Price', kind: 'scriptTask' },
    Task_Python: { name: 'Tax', kind: 'scriptTask' },
    Task_Token: { name: 'Word', kind: 'scriptTask' },
    Task_Juel: { name: 'Greeting', kind: 'scriptTask' },
    Task_Execution: { name: 'Count', kind: 'scriptTask' },
    Task_Java: { name: 'Date', kind: 'scriptTask' },
    End: { kind: 'endEvent' },
    Event_Slow: { kind: 'boundaryEvent' },
    End_Slow: { kind: 'endEvent' },
  },
});
