import { defineProcess } from 'batonflow/contract';

/** Contract of Thousands of instances. Generated from slices.bpmn, as the workflow is. */
export const slices = defineProcess({
  type: 'slices',
  name: 'Thousands of instances',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Price: { name: 'Look up the price', kind: 'serviceTask' },
    Task_Add: { name: 'Add the price', kind: 'scriptTask' },
    Task_Count: { name: 'Count', kind: 'scriptTask' },
    Task_Send: { name: 'Send parcel', kind: 'serviceTask' },
    End_Sent: { name: 'All sent', kind: 'endEvent' },
    Event_Lost: { name: 'Lost', kind: 'boundaryEvent' },
    End_Lost: { name: 'One is lost', kind: 'endEvent' },
  },
});
