import { defineProcess } from 'batonflow/contract';

/** Contract of Conditions of Camunda 7. Generated from awaited-conditions.bpmn, as the workflow is. */
export const awaitedConditions = defineProcess({
  type: 'awaitedConditions',
  name: 'Conditions of Camunda 7',
  messages: {},
  broadcasts: {},
  tasks: { Task_Negotiate: { name: 'Negotiate' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_Negotiate: { name: 'Negotiate', kind: 'userTask' },
    End_Dear: { kind: 'endEvent' },
    Event_Cheap: { name: 'Cheap enough', kind: 'boundaryEvent' },
    Event_Signed: { name: 'Signed', kind: 'intermediateCatchEvent' },
    End_Signed: { kind: 'endEvent' },
  },
});
