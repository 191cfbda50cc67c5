import { defineProcess } from 'batonflow/contract';

/** Contract of Reminders beside a task. Generated from reminders.bpmn, as the workflow is. */
export const reminders = defineProcess({
  type: 'reminders',
  name: 'Reminders beside a task',
  messages: {},
  broadcasts: {},
  tasks: { Task_Sign: { name: 'Sign contract' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Sign: { name: 'Sign contract', kind: 'userTask' },
    End_Signed: { name: 'Signed', kind: 'endEvent' },
    Event_Escalate: { name: 'After two days', kind: 'boundaryEvent' },
    Task_Call: { name: 'Call', kind: 'serviceTask' },
    Gateway_Reached: { name: 'Reached?', kind: 'exclusiveGateway' },
    End_Called: { kind: 'endEvent' },
    Task_Write: { name: 'Write letter', kind: 'serviceTask' },
    Event_Expire: { name: 'After five days', kind: 'boundaryEvent' },
    End_Expired: { name: 'Expired', kind: 'endEvent' },
    Event_Remind: { name: 'Every day', kind: 'boundaryEvent' },
    Task_Remind: { name: 'Remind', kind: 'serviceTask' },
    End_Reminded: { kind: 'endEvent' },
  },
});
