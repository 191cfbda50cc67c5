import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Branches that begin with sub-processes. Generated from parallel-sub-processes.bpmn, as the
 * workflow is.
 */
export const parallelSubProcesses = defineProcess({
  type: 'parallelSubProcesses',
  name: 'Branches that begin with sub-processes',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Fork: { kind: 'parallelGateway' },
    SubProcess_Kitchen: { name: 'Kitchen', kind: 'subProcess' },
    Start_Kitchen: { kind: 'startEvent' },
    Task_Cook: { name: 'Cook', kind: 'serviceTask' },
    End_Kitchen: { kind: 'endEvent' },
    SubProcess_Hall: { name: 'Hall', kind: 'subProcess' },
    Start_Hall: { kind: 'startEvent' },
    Task_Book: { name: 'Book room', kind: 'serviceTask' },
    End_Hall: { kind: 'endEvent' },
    Task_Invite: { name: 'Invite guests', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    End: { kind: 'endEvent' },
  },
});
