import { defineProcess } from 'batonflow/contract';

/** Contract of Multi-instance. Generated from multi-instance.bpmn, as the workflow is. */
export const multiInstance = defineProcess({
  type: 'multiInstance',
  name: 'Multi-instance',
  messages: {},
  broadcasts: {},
  tasks: { Task_Offer: { name: 'Make an offer' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Pack: { name: 'Pack item', kind: 'serviceTask' },
    Task_Label: { name: 'Label parcel', kind: 'serviceTask' },
    Sub_Offers: { name: 'Get offers', kind: 'subProcess' },
    Start_Offer: { kind: 'startEvent' },
    Task_Offer: { name: 'Make an offer', kind: 'userTask' },
    End_Offer: { kind: 'endEvent' },
    Task_Check: { name: 'Check parcel', kind: 'serviceTask' },
    Task_Ring: { name: 'Ring three times', kind: 'task' },
    End_Done: { name: 'Done', kind: 'endEvent' },
    Event_Lost: { name: 'Lost', kind: 'boundaryEvent' },
    End_Lost: { name: 'Something is missing', kind: 'endEvent' },
    Event_Slow: { name: 'Too slow', kind: 'boundaryEvent' },
    End_Slow: { name: 'No offers', kind: 'endEvent' },
  },
});
