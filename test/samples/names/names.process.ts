import { defineProcess } from 'batonflow/contract';

/** Contract of Names that are difficult. Generated from names.bpmn, as the workflow is. */
export const deleteProcess = defineProcess({
  type: 'deleteProcess',
  name: 'Names that are difficult',
  description: 'Ends */ comments, `quotes` and ${templates};\n    second line.',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { name: 'task', kind: 'startEvent' },
    Fork: { name: 'await Promise.all', kind: 'parallelGateway' },
    Task_1: { name: 'Prüfe Bestand', kind: 'serviceTask' },
    Task_1b: { name: 'Check twice', kind: 'serviceTask' },
    Task_2: { name: '在庫を確認', kind: 'serviceTask' },
    Task_2b: { name: '在庫を確認', kind: 'serviceTask' },
    Task_3: { name: 'class', kind: 'serviceTask' },
    Task_3b: { name: 'It\'s "quoted" */ text over lines', kind: 'serviceTask' },
    Task_4: { name: '🚀', kind: 'serviceTask' },
    Task_4b: { name: '1st task', kind: 'serviceTask' },
    'Task.5-x': { name: 'Notify customer', kind: 'serviceTask' },
    'Task.5-y': { name: 'Notify customer', kind: 'serviceTask' },
    Join: { kind: 'parallelGateway' },
    Gateway: { name: 'end', kind: 'exclusiveGateway' },
    Task_6: { name: 'Notify customer', kind: 'serviceTask' },
    End: { name: 'vars', kind: 'endEvent' },
  },
});
