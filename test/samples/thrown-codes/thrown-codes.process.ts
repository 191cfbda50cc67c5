import { defineProcess } from 'batonflow/contract';

/** Contract of Thrown codes. Generated from thrown-codes.bpmn, as the workflow is. */
export const thrownCodes = defineProcess({
  type: 'thrownCodes',
  name: 'Thrown codes',
  messages: {},
  broadcasts: {},
  tasks: { Task_Watch: { name: 'Watch' } },
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Check: { name: 'Check claim', kind: 'subProcess' },
    Start_Check: { kind: 'startEvent' },
    Event_Tell: { name: 'Tell the level', kind: 'intermediateThrowEvent' },
    Gateway_Fine: { name: 'Fine?', kind: 'exclusiveGateway' },
    End_Refused: { name: 'Refused', kind: 'endEvent' },
    End_Checked: { kind: 'endEvent' },
    End_Paid: { name: 'Paid', kind: 'endEvent' },
    Event_Fraud: { name: 'Fraud', kind: 'boundaryEvent' },
    End_Fraud: { kind: 'endEvent' },
    Event_High: { name: 'High', kind: 'boundaryEvent' },
    Task_Watch: { name: 'Watch', kind: 'userTask' },
    End_Watched: { kind: 'endEvent' },
  },
});
