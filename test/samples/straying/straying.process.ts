import { defineProcess } from 'batonflow/contract';

/**
 * Contract of An inclusive gateway that does not wait for what has strayed. Generated from straying.bpmn, as
 * the workflow is.
 */
export const straying = defineProcess({
  type: 'straying',
  name: 'An inclusive gateway that does not wait for what has strayed',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Plan: { name: 'Plan', kind: 'serviceTask' },
    OR_Which: { name: 'Which parts?', kind: 'inclusiveGateway' },
    Task_Engine: { name: 'Build engine', kind: 'serviceTask' },
    XOR_Engine: { name: 'Engine fine?', kind: 'exclusiveGateway' },
    Task_Scrap: { name: 'Scrap engine', kind: 'serviceTask' },
    End_Scrapped: { name: 'Scrapped', kind: 'endEvent' },
    Task_Body: { name: 'Build body', kind: 'serviceTask' },
    OR_Parts: { name: 'Parts done', kind: 'inclusiveGateway' },
    Task_Assemble: { name: 'Assemble', kind: 'serviceTask' },
    End_Assembled: { name: 'Assembled', kind: 'endEvent' },
  },
});
