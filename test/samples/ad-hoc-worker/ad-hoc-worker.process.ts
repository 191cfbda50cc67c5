import { defineProcess } from 'batonflow/contract';

/** Contract of Travel agent. Generated from ad-hoc-worker.bpmn, as the workflow is. */
export const travelAgent = defineProcess({
  type: 'travelAgent',
  name: 'Travel agent',
  messages: {},
  broadcasts: {},
  tasks: { Tool_Ask: { name: 'Ask the traveller' }, Task_Pack: { name: 'Pack the suitcase' } },
  elements: {
    Start: { kind: 'startEvent' },
    Agent: { name: 'Plan the journey', kind: 'adHocSubProcess' },
    'Agent:worker': { name: 'Plan the journey: worker', kind: 'serviceTask' },
    Tool_Weather: { name: 'Ask for the weather', kind: 'serviceTask' },
    Tool_Ask: { name: 'Ask the traveller', kind: 'userTask' },
    Packing: { name: 'Pack', kind: 'adHocSubProcess' },
    'Packing:worker': { name: 'Pack: worker', kind: 'serviceTask' },
    Task_Buy: { name: 'Buy', kind: 'serviceTask' },
    Task_Pack: { name: 'Pack the suitcase', kind: 'userTask' },
    End: { kind: 'endEvent' },
  },
});
