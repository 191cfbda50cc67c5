import { defineProcess } from 'batonflow/contract';

/**
 * Contract of Several tokens leave an activity, and start one. Generated from quantities.bpmn, as the
 * workflow is.
 */
export const quantities = defineProcess({
  type: 'quantities',
  name: 'Several tokens leave an activity, and start one',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Saw: { name: 'Saw wheels', kind: 'serviceTask' },
    Task_Mount: { name: 'Mount a pair', kind: 'serviceTask' },
    End_Mounted: { kind: 'endEvent' },
    Task_Store: { name: 'Store a wheel', kind: 'serviceTask' },
    End_Stored: { kind: 'endEvent' },
  },
});
