import { defineProcess } from 'batonflow/contract';
import { Variables, broadcasts, messages } from './typed-messages.schema';

/** Contract of Messages with types. Generated from typed-messages.bpmn, as the workflow is. */
export const parcel = defineProcess({
  type: 'parcel',
  name: 'Messages with types',
  input: Variables,
  messages: { 'Parcel ordered': Variables, Weighed: messages.Weighed },
  broadcasts: { Strike: broadcasts.Strike, 'Strike over': null },
  starts: { messages: { 'Parcel ordered': 'Start_Ordered' }, oneRunPerKey: true },
  elements: {
    Start_Ordered: { name: 'Parcel ordered', kind: 'startEvent' },
    Task_Weigh: { name: 'Have it weighed', kind: 'receiveTask' },
    End_Weighed: { name: 'Weighed', kind: 'endEvent' },
    Event_Strike: { name: 'Strike', kind: 'boundaryEvent' },
    Event_Over: { name: 'Strike over', kind: 'intermediateCatchEvent' },
    End_Late: { name: 'Late', kind: 'endEvent' },
  },
});

/**
 * Contract of A message whose name only the run knows. Generated from typed-messages.bpmn, as the workflow
 * is.
 */
export const delivery = defineProcess({
  type: 'delivery',
  name: 'A message whose name only the run knows',
  input: Variables,
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Event_Delivered: { name: 'Delivered', kind: 'intermediateCatchEvent' },
    End: { kind: 'endEvent' },
  },
});
