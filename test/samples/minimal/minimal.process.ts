import { defineProcess } from 'batonflow/contract';

/** Contract of Minimal. Generated from minimal.bpmn, as the workflow is. */
export const minimal = defineProcess({
  type: 'minimal',
  messages: {},
  broadcasts: {},
  elements: { Start: { kind: 'startEvent' }, End: { kind: 'endEvent' } },
});
