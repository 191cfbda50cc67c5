import { defineProcess } from 'batonflow/contract';

/** Contract of Loops of three forms. Generated from loops.bpmn, as the workflow is. */
export const loops = defineProcess({
  type: 'loops',
  name: 'Loops of three forms',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_More: { name: 'More pages?', kind: 'exclusiveGateway' },
    Task_Page: { name: 'Fetch page', kind: 'serviceTask' },
    Task_Poll: { name: 'Poll', kind: 'serviceTask' },
    Gateway_Ready: { name: 'Ready?', kind: 'exclusiveGateway' },
    Task_Try: { name: 'Try', kind: 'serviceTask' },
    Gateway_Worked: { name: 'Worked?', kind: 'exclusiveGateway' },
    Task_Celebrate: { name: 'Celebrate', kind: 'serviceTask' },
    End_Done: { name: 'Done', kind: 'endEvent' },
    Gateway_Tries: { name: 'Three times?', kind: 'exclusiveGateway' },
    End_GaveUp: { name: 'Gave up', kind: 'endEvent' },
    Event_Pause: { name: 'Pause', kind: 'intermediateCatchEvent' },
  },
});
