import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Message events that workers carry out. Generated from sending-events.bpmn, as the workflow is.
 */
export const sendingEvents = defineProcess({
  type: 'sendingEvents',
  name: 'Message events that workers carry out',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Event_Ordered: { name: 'Ordered', kind: 'intermediateThrowEvent' },
    End_Told: { name: 'Told', kind: 'endEvent' },
  },
});
