import { defineProcess } from 'batonflow/contract';

/** Contract of Booking as a transaction. Generated from transactions.bpmn, as the workflow is. */
export const transactions = defineProcess({
  type: 'transactions',
  name: 'Booking as a transaction',
  messages: {},
  broadcasts: {},
  tasks: { Task_Wait: { name: 'Wait for the bank' } },
  elements: {
    Start: { kind: 'startEvent' },
    Transaction_Book: { name: 'Book', kind: 'transaction' },
    Book_Start: { kind: 'startEvent' },
    Gateway_Both: { kind: 'parallelGateway' },
    Task_Wait: { name: 'Wait for the bank', kind: 'userTask' },
    End_Waited: { kind: 'endEvent' },
    Task_Seat: { name: 'Book seat', kind: 'serviceTask' },
    Task_FreeSeat: { name: 'Free seat', kind: 'serviceTask' },
    Task_Pay: { name: 'Pay', kind: 'serviceTask' },
    Gateway_Paid: { name: 'Paid?', kind: 'exclusiveGateway' },
    End_Paid: { name: 'Paid', kind: 'endEvent' },
    End_Cancel: { name: 'Not paid', kind: 'endEvent' },
    End_Failed: { name: 'Bank is closed', kind: 'endEvent' },
    Task_Ticket: { name: 'Send ticket', kind: 'serviceTask' },
    End_Sent: { kind: 'endEvent' },
    Event_Cancelled: { name: 'Cancelled', kind: 'boundaryEvent' },
    Task_Sorry: { name: 'Say sorry', kind: 'serviceTask' },
    End_Sorry: { kind: 'endEvent' },
    Event_Failed: { name: 'Failed', kind: 'boundaryEvent' },
    End_Later: { name: 'Another day', kind: 'endEvent' },
  },
});
