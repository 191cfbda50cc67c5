import { defineProcess } from 'batonflow/contract';

/** Contract of Collected so far. Generated from collected-so-far.bpmn, as the workflow is. */
export const collectedSoFar = defineProcess({
  type: 'collectedSoFar',
  name: 'Collected so far',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Rate: { name: 'Rate offer', kind: 'subProcess' },
    Start_Rate: { kind: 'startEvent' },
    Task_Double: { name: 'Double', kind: 'scriptTask' },
    End_Rate: { kind: 'endEvent' },
    End: { kind: 'endEvent' },
  },
});
