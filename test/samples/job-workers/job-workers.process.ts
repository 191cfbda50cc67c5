import { defineProcess } from 'batonflow/contract';

/** Contract of Job workers. Generated from job-workers.bpmn, as the workflow is. */
export const jobWorkers = defineProcess({
  type: 'jobWorkers',
  name: 'Job workers',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    'Task_Pay:start': { name: 'Pay: start listener', kind: 'serviceTask' },
    Task_Pay: { name: 'Pay', kind: 'serviceTask' },
    Task_Read: { name: 'Read the invoice', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
