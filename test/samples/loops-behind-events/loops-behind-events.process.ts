import { defineProcess } from 'batonflow/contract';

/** Contract of Loops behind events. Generated from loops-behind-events.bpmn, as the workflow is. */
export const loopsBehindEvents = defineProcess({
  type: 'loopsBehindEvents',
  name: 'Loops behind events',
  messages: { Ordered: null, Withdrawn: null, Sealed: null },
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Gateway_First: { name: 'Ordered or withdrawn?', kind: 'eventBasedGateway' },
    Event_Ordered: { name: 'Ordered', kind: 'intermediateCatchEvent' },
    Task_Pack: { name: 'Pack a part', kind: 'serviceTask' },
    Gateway_Packed: { name: 'All packed?', kind: 'exclusiveGateway' },
    Event_Withdrawn: { name: 'Withdrawn', kind: 'intermediateCatchEvent' },
    Task_Oil: { name: 'Oil the machine', kind: 'serviceTask' },
    Gateway_Oiled: { name: 'Oiled?', kind: 'exclusiveGateway' },
    Gateway_Ready: { kind: 'exclusiveGateway' },
    Task_Rent: { name: 'Rent a truck', kind: 'serviceTask' },
    Event_Taken: { name: 'Taken', kind: 'boundaryEvent' },
    Task_Measure: { name: 'Ask the next one', kind: 'serviceTask' },
    Gateway_Asked: { name: 'Found one?', kind: 'exclusiveGateway' },
    Gateway_Rented: { kind: 'exclusiveGateway' },
    SubProcess_Load: { name: 'Load', kind: 'subProcess' },
    Start_Load: { kind: 'startEvent' },
    Gateway_Fork: { kind: 'parallelGateway' },
    Task_Make: { name: 'Load a part', kind: 'serviceTask' },
    Gateway_Loaded: { name: 'All loaded?', kind: 'exclusiveGateway' },
    End_Loaded: { kind: 'endEvent' },
    Event_Sealed: { name: 'Sealed', kind: 'intermediateCatchEvent' },
    End_Sealed: { kind: 'endEvent' },
    End: { kind: 'endEvent' },
  },
});
