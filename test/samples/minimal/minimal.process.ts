import { defineProcess } from 'batonflow/contract';

/** Contract of Minimal. Generated from minimal.bpmn, as the workflow is. */
export const minimal = defineProcess({
  type: 'minimal',
  elements: { Start: { kind: 'startEvent' }, End: { kind: 'endEvent' } },
});
