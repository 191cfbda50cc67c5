import { defineProcess } from 'batonflow/contract';

/** Contract of Nothing named. Generated from nothing-named.bpmn, as the workflow is. */
export const nothingNamed = defineProcess({
  type: 'nothingNamed',
  name: 'Nothing named',
  tasks: { Task_Ask: { name: 'Ask' } },
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_How: { name: 'How?', kind: 'exclusiveGateway' },
    Call_Named: { name: 'Call', kind: 'callActivity' },
    End: { kind: 'endEvent' },
    Event_Named: { name: 'Told', kind: 'intermediateCatchEvent' },
    Event_Signalled: { name: 'Signalled', kind: 'intermediateCatchEvent' },
    Sub_Chosen: { name: 'Chosen', kind: 'adHocSubProcess' },
    Task_Ask: { name: 'Ask', kind: 'userTask' },
  },
});
