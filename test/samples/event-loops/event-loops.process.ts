import { defineProcess } from 'batonflow/contract';

/** Contract of Wait until it is paid. Generated from event-loops.bpmn, as the workflow is. */
export const eventLoops = defineProcess({
  type: 'eventLoops',
  name: 'Wait until it is paid',
  messages: { 'Bill reopened': null, 'Bill paid': null },
  broadcasts: {},
  tasks: { Task_Bill: { name: 'Correct bill' } },
  elements: {
    Start: { kind: 'startEvent' },
    XOR_Again: { kind: 'exclusiveGateway' },
    EBG_Wait: { name: 'Paid or reopened?', kind: 'eventBasedGateway' },
    Event_Reopened: { name: 'Reopened', kind: 'intermediateCatchEvent' },
    Task_Bill: { name: 'Correct bill', kind: 'userTask' },
    Event_Paid: { name: 'Paid', kind: 'intermediateCatchEvent' },
    Task_Book: { name: 'Book', kind: 'serviceTask' },
    End: { name: 'Booked', kind: 'endEvent' },
  },
});
