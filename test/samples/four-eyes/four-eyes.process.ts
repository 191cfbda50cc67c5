import { defineProcess } from 'batonflow/contract';

/** Contract of Four eyes. Generated from four-eyes.bpmn, as the workflow is. */
export const fourEyes = defineProcess({
  type: 'fourEyes',
  name: 'Four eyes',
  messages: {},
  broadcasts: {},
  tasks: { Task_First: { name: 'First approval' }, Task_Second: { name: 'Second approval' } },
  elements: {
    Start: { kind: 'startEvent' },
    Task_First: { name: 'First approval', kind: 'userTask' },
    Gateway_First: { name: 'Approved?', kind: 'exclusiveGateway' },
    Task_Second: { name: 'Second approval', kind: 'userTask' },
    Gateway_Second: { name: 'Approved?', kind: 'exclusiveGateway' },
    End_Approved: { name: 'Approved', kind: 'endEvent' },
    End_Contested: { name: 'Contested', kind: 'endEvent' },
    End_Rejected: { name: 'Rejected', kind: 'endEvent' },
  },
});
