import { defineProcess } from 'batonflow/contract';
import { Variables, messages, tasks } from './employee-offboarding.schema';

/** Contract of Employee off-boarding. Generated from employee-offboarding.bpmn, as the workflow is. */
export const employeeOffboarding = defineProcess({
  type: 'employeeOffboarding',
  name: 'Employee off-boarding',
  description:
    'The reverse of the onboarding: everything that somebody was given goes back on their last day.',
  input: Variables,
  messages: { EmployeeLeaves: messages.EmployeeLeaves },
  broadcasts: {},
  tasks: {
    Task_PlanHandover: { name: 'Plan handover', result: tasks.Task_PlanHandover },
    Task_CollectLaptop: { name: 'Collect laptop', result: tasks.Task_CollectLaptop },
  },
  starts: { messages: { EmployeeLeaves: 'Start_Leaves' }, oneRunPerKey: true },
  elements: {
    Start_Leaves: { name: 'Employee leaves', kind: 'startEvent' },
    Task_LookUp: { name: 'Look up in HR', kind: 'serviceTask' },
    Task_PlanHandover: { name: 'Plan handover', kind: 'userTask' },
    Event_LastDay: { name: 'Last day', kind: 'intermediateCatchEvent' },
    Event_NotPlanned: { name: 'Last day, and not planned', kind: 'boundaryEvent' },
    Gateway_LastDay: { kind: 'exclusiveGateway' },
    Task_DisableAccount: { name: 'Disable account', kind: 'serviceTask' },
    Gateway_TakeBack: { kind: 'parallelGateway' },
    Task_RevokeAccess: { name: 'Revoke access', kind: 'serviceTask' },
    Task_ReleaseLicences: { name: 'Release licences', kind: 'serviceTask' },
    Task_ArchiveMailbox: { name: 'Archive mailbox', kind: 'serviceTask' },
    Task_CollectLaptop: { name: 'Collect laptop', kind: 'userTask' },
    Task_ReturnLaptop: { name: 'Return laptop', kind: 'serviceTask' },
    Gateway_TakenBack: { kind: 'parallelGateway' },
    Task_DeleteAccount: { name: 'Delete account', kind: 'serviceTask' },
    Task_TellLeft: { name: 'Report departure', kind: 'serviceTask' },
    End_Left: { name: 'Left', kind: 'endEvent' },
  },
});
