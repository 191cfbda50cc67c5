import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Message events that the engine carries out. Generated from sending-events-camunda7.bpmn, as the
 * workflow is.
 */
export const sendingEventsCamunda7 = defineProcess({
  type: 'sendingEventsCamunda7',
  name: 'Message events that the engine carries out',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Event_Ordered: { name: 'Ordered', kind: 'intermediateThrowEvent' },
    Event_Counted: { name: 'Counted', kind: 'intermediateThrowEvent' },
    Gateway_Fork: { kind: 'parallelGateway' },
    End_Archived: { name: 'Archived', kind: 'endEvent' },
    End_Logged: { name: 'Logged', kind: 'endEvent' },
  },
});
