import { defineProcess } from 'batonflow/contract';

/** Contract of Calls of Camunda 8. Generated from calls-camunda8.bpmn, as the workflow is. */
export const callsCamunda8 = defineProcess({
  type: 'callsCamunda8',
  name: 'Calls of Camunda 8',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Call_All: { name: 'With everything', kind: 'callActivity' },
    Call_Rating: { name: 'Rating', kind: 'callActivity' },
    Call_Next: { name: 'Next', kind: 'callActivity' },
    End: { kind: 'endEvent' },
  },
});
