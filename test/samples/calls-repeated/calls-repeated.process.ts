import { defineProcess } from 'batonflow/contract';

/** Contract of Calls again and again. Generated from calls-repeated.bpmn, as the workflow is. */
export const callsRepeated = defineProcess({
  type: 'callsRepeated',
  name: 'Calls again and again',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Call_Each: { name: 'Each', kind: 'callActivity' },
    Call_Again: { name: 'Again', kind: 'callActivity' },
    End: { kind: 'endEvent' },
  },
});
