import { defineProcess } from 'batonflow/contract';

/** Contract of Ad-hoc sub-processes. Generated from ad-hoc.bpmn, as the workflow is. */
export const adHocProcess = defineProcess({
  type: 'adHocProcess',
  name: 'Ad-hoc sub-processes',
  tasks: {
    Task_Again: { name: 'Look elsewhere' },
    Task_Invite: { name: 'Invite' },
    Task_Ann: { name: 'Ask Ann' },
    Task_Bob: { name: 'Ask Bob' },
    Task_Cem: { name: 'Ask Cem' },
    Task_Dan: { name: 'Ask Dan' },
  },
  elements: {
    Start: { kind: 'startEvent' },
    Sub_Prepare: { name: 'Prepare', kind: 'adHocSubProcess' },
    Task_Book: { name: 'Book a room', kind: 'serviceTask' },
    Gateway_Booked: { name: 'Booked?', kind: 'exclusiveGateway' },
    Task_Sign: { name: 'Put up a sign', kind: 'task' },
    Task_Again: { name: 'Look elsewhere', kind: 'userTask' },
    Task_Invite: { name: 'Invite', kind: 'userTask' },
    Sub_Chores: { name: 'Chores', kind: 'adHocSubProcess' },
    Task_Sweep: { name: 'Sweep', kind: 'task' },
    Task_Cook: { name: 'Cook', kind: 'serviceTask' },
    Task_Wash: { name: 'Wash up', kind: 'task' },
    Sub_Ask: { name: 'Ask around', kind: 'adHocSubProcess' },
    Task_Ann: { name: 'Ask Ann', kind: 'userTask' },
    Task_Bob: { name: 'Ask Bob', kind: 'userTask' },
    Sub_GiveUp: { name: 'Give up', kind: 'subProcess' },
    Start_GiveUp: { kind: 'startEvent' },
    End_GiveUp: { kind: 'endEvent' },
    Sub_Race: { name: 'Whoever is first', kind: 'adHocSubProcess' },
    Task_Cem: { name: 'Ask Cem', kind: 'userTask' },
    Task_Dan: { name: 'Ask Dan', kind: 'userTask' },
    End: { kind: 'endEvent' },
  },
});
