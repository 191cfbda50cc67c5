import { defineProcess } from 'batonflow/contract';

/** Contract of Escalations. Generated from escalations.bpmn, as the workflow is. */
export const escalations = defineProcess({
  type: 'escalations',
  name: 'Escalations',
  messages: {},
  broadcasts: {},
  tasks: { Task_Approve: { name: 'Approve it' } },
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Approve: { name: 'Approve', kind: 'subProcess' },
    Approve_Start: { kind: 'startEvent' },
    Event_Asked: { name: 'Nobody hears this', kind: 'intermediateThrowEvent' },
    Task_Check: { name: 'Check', kind: 'serviceTask' },
    Gateway_Amount: { name: 'Much?', kind: 'exclusiveGateway' },
    Event_Much: { name: 'Much money', kind: 'intermediateThrowEvent' },
    Task_Approve: { name: 'Approve it', kind: 'userTask' },
    Gateway_Approved: { name: 'Approved?', kind: 'exclusiveGateway' },
    End_Approved: { name: 'Approved', kind: 'endEvent' },
    End_Refused: { name: 'Refused', kind: 'endEvent' },
    Task_Pay: { name: 'Pay', kind: 'serviceTask' },
    End_Paid: { kind: 'endEvent' },
    Event_Inform: { name: 'Inform', kind: 'boundaryEvent' },
    Task_Inform: { name: 'Inform the manager', kind: 'serviceTask' },
    End_Informed: { kind: 'endEvent' },
    Event_Refused: { name: 'Refused', kind: 'boundaryEvent' },
    End_Escalated: { name: 'Escalated', kind: 'endEvent' },
    Sub_Final: { name: 'Record it', kind: 'subProcess' },
    Start_Final: { name: 'Final', kind: 'startEvent' },
    Task_Record: { name: 'Record', kind: 'serviceTask' },
    End_Recorded: { kind: 'endEvent' },
  },
});
