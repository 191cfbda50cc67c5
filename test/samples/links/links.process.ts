import { defineProcess } from 'batonflow/contract';

/** Contract of Links over the page. Generated from links.bpmn, as the workflow is. */
export const links = defineProcess({
  type: 'links',
  name: 'Links over the page',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Check: { name: 'Check', kind: 'serviceTask' },
    XOR_Result: { name: 'Result?', kind: 'exclusiveGateway' },
    Task_Repair: { name: 'Repair', kind: 'serviceTask' },
    Link_Again: { name: 'Again', kind: 'linkEvent' },
    Link_Check: { name: 'Check it', kind: 'linkEvent' },
    Link_Done: { name: 'To the end', kind: 'linkEvent' },
    Link_End: { name: 'Done', kind: 'linkEvent' },
    Task_Deliver: { name: 'Deliver', kind: 'serviceTask' },
    End_Delivered: { name: 'Delivered', kind: 'endEvent' },
  },
});
