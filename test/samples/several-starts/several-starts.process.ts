import { defineProcess } from 'batonflow/contract';

/**
 * Contract of An order that comes in several ways. Generated from several-starts.bpmn, as the workflow is.
 */
export const severalStarts = defineProcess({
  type: 'severalStarts',
  name: 'An order that comes in several ways',
  messages: { 'Ordered online': null },
  broadcasts: { 'Campaign begins': null },
  starts: {
    none: ['Start_Counter', 'Start_Phone'],
    messages: { 'Ordered online': 'Start_Online' },
    signals: { 'Campaign begins': 'Start_Campaign' },
  },
  elements: {
    Start_Campaign: { name: 'Campaign begins', kind: 'startEvent' },
    Task_Mail: { name: 'Send brochures', kind: 'serviceTask' },
    End_Mailed: { kind: 'endEvent' },
    Start_Counter: { name: 'Ordered at the counter', kind: 'startEvent' },
    Start_Online: { name: 'Ordered online', kind: 'startEvent' },
    Start_Phone: { name: 'Ordered by phone', kind: 'startEvent' },
    Task_Address: { name: 'Ask for the address', kind: 'serviceTask' },
    Task_Charge: { name: 'Charge card', kind: 'serviceTask' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    End_Packed: { kind: 'endEvent' },
  },
});
