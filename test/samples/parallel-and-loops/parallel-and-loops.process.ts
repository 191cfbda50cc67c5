import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Loops in branches, branches in loops. Generated from parallel-and-loops.bpmn, as the workflow
 * is.
 */
export const parallelAndLoops = defineProcess({
  type: 'parallelAndLoops',
  name: 'Loops in branches, branches in loops',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_Round_Start: { kind: 'exclusiveGateway' },
    Fork: { name: 'Both crews', kind: 'parallelGateway' },
    Task_Dig: { name: 'Dig', kind: 'serviceTask' },
    Gateway_Deep: { name: 'Deep enough?', kind: 'exclusiveGateway' },
    Task_Pour: { name: 'Pour concrete', kind: 'serviceTask' },
    Join: { kind: 'parallelGateway' },
    Gateway_Round: { name: 'Another round?', kind: 'exclusiveGateway' },
    End: { kind: 'endEvent' },
  },
});
