import { defineProcess } from 'batonflow/contract';
import { tasks, Variables } from './delivery-pipeline.schema';

/** The same process as the diagram delivery-pipeline.bpmn, written by hand. */
export const deliverCommit = defineProcess({
  type: 'deliverCommit',
  name: 'Delivery pipeline, in code',
  description: 'From a commit to a release for everybody, or to a mail that says why not.',
  input: Variables,
  messages: { 'Newer commit': null },
  tasks: { 'Approve release': { result: tasks.Task_Approve } },
});
