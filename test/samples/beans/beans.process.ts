import { defineProcess } from 'batonflow/contract';

/** Contract of Beans. Generated from beans.bpmn, as the workflow is. */
export const beans = defineProcess({
  type: 'beans',
  name: 'Beans',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Total: { name: 'Total', kind: 'serviceTask' },
    Task_Log: { name: 'Log', kind: 'serviceTask' },
    Task_Enrich: { name: 'Enrich', kind: 'serviceTask' },
    Task_Flag: { name: 'Flag', kind: 'serviceTask' },
    Task_Net: { name: 'Net', kind: 'serviceTask' },
    Gateway: { name: 'Which way?', kind: 'exclusiveGateway' },
    Task_Vip: { name: 'Thank', kind: 'serviceTask' },
    End_Vip: { kind: 'endEvent' },
    Event_Slow: { kind: 'boundaryEvent' },
    End_Slow: { kind: 'endEvent' },
    End_Risky: { kind: 'endEvent' },
    End: { kind: 'endEvent' },
  },
});
