import { defineProcess } from 'batonflow/contract';

/** Contract of Camunda 8's REST connector. Generated from rest-connector.bpmn, as the workflow is. */
export const restConnectorProcess = defineProcess({
  type: 'restConnectorProcess',
  name: "Camunda 8's REST connector",
  description:
    'Looks for a rate, posts an offer, and asks whose it is, by the connectors of Camunda 8 as their element templates fill them in.',
  messages: {},
  broadcasts: {},
  elements: {
    Start_Asked: { name: 'Asked', kind: 'startEvent' },
    Task_Rate: { name: 'Look up rate', kind: 'serviceTask' },
    Task_Offer: { name: 'Post offer', kind: 'serviceTask' },
    Task_Owner: { name: 'Look up owner', kind: 'serviceTask' },
    End_Offered: { name: 'Offered', kind: 'endEvent' },
    Event_NoRate: { name: 'No rate', kind: 'boundaryEvent' },
    End_NoRate: { name: 'No rate', kind: 'endEvent' },
  },
});
