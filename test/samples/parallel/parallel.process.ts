import { defineProcess } from 'batonflow/contract';

/** Contract of Side by side. Generated from parallel.bpmn, as the workflow is. */
export const parallelProcess = defineProcess({
  type: 'parallelProcess',
  name: 'Side by side',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Fork: { name: 'Prepare', kind: 'parallelGateway' },
    Task_Book: { name: 'Book room', kind: 'serviceTask' },
    Task_Shop: { name: 'Shop', kind: 'task' },
    InnerFork: { kind: 'parallelGateway' },
    Task_Cook: { name: 'Cook', kind: 'serviceTask' },
    Task_Bake: { name: 'Bake', kind: 'serviceTask' },
    InnerJoin: { kind: 'parallelGateway' },
    Task_Serve: { name: 'Serve', kind: 'serviceTask' },
    Join: { kind: 'parallelGateway' },
    Task_Invite: { name: 'Invite guests', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});
