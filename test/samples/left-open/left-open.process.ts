import { defineProcess } from 'batonflow/contract';

/**
 * Contract of What a diagram leaves open, variables have. Generated from left-open.bpmn, as the workflow is.
 */
export const leftOpen = defineProcess({
  type: 'leftOpen',
  name: 'What a diagram leaves open, variables have',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Search: { name: 'Search', kind: 'serviceTask' },
    Event_Cool: { name: 'Two days', kind: 'intermediateCatchEvent' },
    Task_Book: { name: 'Book', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
