import { defineProcess } from 'batonflow/contract';

/** Contract of Calls of Camunda 7. Generated from calls.bpmn, as the workflow is. */
export const calls = defineProcess({
  type: 'calls',
  name: 'Calls of Camunda 7',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Call_Rate: { name: 'Rate the customer', kind: 'callActivity' },
    Call_Sell: { name: 'Sell', kind: 'callActivity' },
    Call_Deliver: { name: 'Deliver', kind: 'callActivity' },
    End: { name: 'Delivered', kind: 'endEvent' },
    Event_Unknown: { name: 'Unknown', kind: 'boundaryEvent' },
    End_Unknown: { name: 'Unknown', kind: 'endEvent' },
  },
});

/** Contract of Carrier. Generated from calls.bpmn, as the workflow is. */
export const callsCarrier = defineProcess({
  type: 'callsCarrier',
  name: 'Carrier',
  messages: {},
  broadcasts: {},
  elements: {
    Carrier_Start: { kind: 'startEvent' },
    Task_Weigh: { name: 'Weigh', kind: 'serviceTask' },
    Carrier_End: { kind: 'endEvent' },
  },
});
