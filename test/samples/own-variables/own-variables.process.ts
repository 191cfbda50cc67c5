import { defineProcess } from 'batonflow/contract';

/** Contract of Variables of steps in Camunda 7. Generated from own-variables.bpmn, as the workflow is. */
export const ownVariables = defineProcess({
  type: 'ownVariables',
  name: 'Variables of steps in Camunda 7',
  messages: {},
  broadcasts: {},
  elements: {
    Start: { kind: 'startEvent' },
    Task_Round: { name: 'Round', kind: 'serviceTask' },
    Call_All: { name: 'All comes back', kind: 'callActivity' },
    Call_Kept: { name: 'Kept for the outputs', kind: 'callActivity' },
    Call_AllKept: { name: 'All is kept', kind: 'callActivity' },
    Sub_Pack: { name: 'Pack', kind: 'subProcess' },
    Start_Pack: { kind: 'startEvent' },
    Task_Label: { name: 'Label', kind: 'serviceTask' },
    End_Pack: { kind: 'endEvent' },
    Task_Count: { name: 'Count', kind: 'serviceTask' },
    End: { kind: 'endEvent' },
  },
});

/** Contract of Tax. Generated from own-variables.bpmn, as the workflow is. */
export const ownVariablesCalled = defineProcess({
  type: 'ownVariablesCalled',
  name: 'Tax',
  messages: {},
  broadcasts: {},
  elements: {
    Start_Called: { kind: 'startEvent' },
    Task_Tax: { name: 'Tax', kind: 'serviceTask' },
    End_Called: { kind: 'endEvent' },
  },
});
