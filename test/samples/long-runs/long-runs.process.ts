import { defineProcess } from 'batonflow/contract';

/** Contract of A machine. Generated from long-runs.bpmn, as the workflow is. */
export const machine = defineProcess({
  type: 'machine',
  name: 'A machine',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Rent: { name: 'Rent machine', kind: 'serviceTask' },
    Task_Return: { name: 'Return machine', kind: 'serviceTask' },
    Gateway_Dry: { name: 'Dry?', kind: 'exclusiveGateway' },
    Task_Oil: { name: 'Oil', kind: 'serviceTask' },
    Gateway_Oiled: { name: 'Oiled?', kind: 'exclusiveGateway' },
    Gateway_Ready: { kind: 'exclusiveGateway' },
    Task_Start: { name: 'Start machine', kind: 'serviceTask' },
    Gateway_Fork: { name: 'Make and watch', kind: 'parallelGateway' },
    Gateway_More: { name: 'More parts?', kind: 'exclusiveGateway' },
    Task_Make: { name: 'Make part', kind: 'serviceTask' },
    Task_Prepare: { name: 'Prepare gauge', kind: 'serviceTask' },
    Task_Measure: { name: 'Measure', kind: 'serviceTask' },
    Gateway_Watched: { name: 'Seen enough?', kind: 'exclusiveGateway' },
    Task_Report: { name: 'Report', kind: 'serviceTask' },
    Gateway_Join: { kind: 'parallelGateway' },
    Task_Pack: { name: 'Pack parts', kind: 'serviceTask' },
    Gateway_Packed: { name: 'All packed?', kind: 'exclusiveGateway' },
    Event_Undo: { name: 'Give back what was rented', kind: 'intermediateThrowEvent' },
    End: { kind: 'endEvent' },
  },
});
