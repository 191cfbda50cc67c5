import { defineProcess } from 'batonflow/contract';

/** Contract of Java exceptions. Generated from java-exceptions.bpmn, as the workflow is. */
export const javaExceptions = defineProcess({
  type: 'javaExceptions',
  name: 'Java exceptions',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Charge: { name: 'Charge', kind: 'serviceTask' },
    End_Charged: { kind: 'endEvent' },
    Event_Payment: { name: 'Payment failed', kind: 'boundaryEvent' },
    Task_Remind: { name: 'Remind', kind: 'serviceTask' },
    End_Reminded: { kind: 'endEvent' },
    Sub_Report: { name: 'Report', kind: 'subProcess' },
    Start_Report: { kind: 'startEvent' },
    Task_Report: { name: 'Report', kind: 'serviceTask' },
    End_Reported: { kind: 'endEvent' },
  },
});
