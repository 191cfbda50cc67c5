import { defineProcess } from 'batonflow/contract';

/** Contract of Timers of every kind. Generated from timers.bpmn, as the workflow is. */
export const timers = defineProcess({
  type: 'timers',
  name: 'Timers of every kind',
  messages: {},
  broadcasts: {},
  tasks: { Task_Sign: { name: 'Sign' } },
  elements: {
    Start: { kind: 'startEvent' },
    Event_Morning: { name: 'Next working day, half past six in Berlin', kind: 'intermediateCatchEvent' },
    Event_Pause: { name: 'Some hours later', kind: 'intermediateCatchEvent' },
    Event_Tomorrow: { name: 'A day later', kind: 'intermediateCatchEvent' },
    Event_Past: { name: 'Long ago', kind: 'intermediateCatchEvent' },
    Task_Sign: { name: 'Sign', kind: 'userTask' },
    End_Signed: { kind: 'endEvent' },
    Event_Cycle: { name: 'Twice, an hour apart', kind: 'boundaryEvent' },
    End_Cycle: { kind: 'endEvent' },
    Event_Late: { name: 'Too late', kind: 'boundaryEvent' },
    End_Late: { kind: 'endEvent' },
    Event_Noon: { name: 'Every noon', kind: 'boundaryEvent' },
    End_Noon: { kind: 'endEvent' },
    Event_Over: { name: 'Three times, ten years ago', kind: 'boundaryEvent' },
    End_Over: { kind: 'endEvent' },
    Sub_NewYear: { name: 'New Year', kind: 'subProcess' },
    Start_NewYear: { name: 'Midnight', kind: 'startEvent' },
    Task_NewYear: { name: 'Open a bottle', kind: 'scriptTask' },
    End_NewYear: { kind: 'endEvent' },
  },
});
