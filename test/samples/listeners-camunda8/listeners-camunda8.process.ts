import { defineProcess } from 'batonflow/contract';

/** Contract of Listeners of Camunda 8. Generated from listeners-camunda8.bpmn, as the workflow is. */
export const listenersCamunda8 = defineProcess({
  type: 'listenersCamunda8',
  name: 'Listeners of Camunda 8',
  messages: { Ordered: null },
  broadcasts: {},
  starts: { none: ['Start'], messages: { Ordered: 'Start_Message' }, oneRunPerKey: true },
  elements: {
    'ListenersCamunda8:start': { name: 'Listeners of Camunda 8: start listener', kind: 'serviceTask' },
    Start: { kind: 'startEvent' },
    Start_Message: { name: 'Ordered', kind: 'startEvent' },
    'Task_Pack:beforeAll': { name: 'Pack: beforeAll listener', kind: 'serviceTask' },
    'Task_Pack:start': { name: 'Pack: start listener', kind: 'serviceTask' },
    Task_Pack: { name: 'Pack', kind: 'serviceTask' },
    'Task_Pack:end': { name: 'Pack: end listener', kind: 'serviceTask' },
    Gateway: { kind: 'parallelGateway' },
    'Gateway:end': { name: 'Gateway: end listener', kind: 'serviceTask' },
    End_A: { kind: 'endEvent' },
    Task_Ship: { name: 'Ship', kind: 'serviceTask' },
    End_B: { kind: 'endEvent' },
    'ListenersCamunda8:end': { name: 'Listeners of Camunda 8: end listener', kind: 'serviceTask' },
  },
});
