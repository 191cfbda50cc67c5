import { defineProcess } from 'batonflow/contract';
import { Variables, broadcasts, messages, tasks } from './incident-response.schema';

/** The same process as the diagram incident-response.bpmn, written by hand. */
export const respondToIncident = defineProcess({
  type: 'respondToIncident',
  name: 'Incident response, in code',
  description: 'From an alert to a service that is well again, and to what was learnt from it.',
  input: Variables,
  output: Variables,
  messages,
  broadcasts,
  tasks: {
    Acknowledge: { result: tasks.Task_Acknowledge },
    Decide: { result: tasks.Task_Decide },
    'Write post-mortem': { result: tasks.Task_PostMortem },
  },
});
