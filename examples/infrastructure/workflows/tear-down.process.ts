import { defineProcess } from 'batonflow/contract';
import { Variables } from './tear-down.schema';

/** Contract of Tear down environment. Generated from tear-down.bpmn, as the workflow is. */
export const tearDown = defineProcess({
  type: 'tearDown',
  name: 'Tear down environment',
  description:
    'Takes an environment down again, against the order in which it was built: first nobody gets in any more, then what nothing else depends on goes, and the database last.',
  input: Variables,
  messages: {},
  broadcasts: {},
  elements: {
    Start_NotNeeded: { name: 'No longer needed', kind: 'startEvent' },
    Task_LookUp: { name: 'Look up in inventory', kind: 'serviceTask' },
    Task_DeleteLoadBalancer: { name: 'Delete load balancer', kind: 'serviceTask' },
    Gateway_Fork: { kind: 'parallelGateway' },
    Task_DeleteServers: { name: 'Delete web server', kind: 'serviceTask' },
    Task_DeleteDatabase: { name: 'Delete database', kind: 'serviceTask' },
    Task_DeleteFirewall: { name: 'Delete firewall', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    Task_Forget: { name: 'Remove from inventory', kind: 'serviceTask' },
    End_Gone: { name: 'Environment gone', kind: 'endEvent' },
    Event_Unknown: { name: 'Not in inventory', kind: 'boundaryEvent' },
    End_Unknown: { name: 'Nothing to do', kind: 'endEvent' },
  },
});
