import { defineProcess } from 'batonflow/contract';
import { messages, Variables } from './infrastructure.schema';

/** The same process as the diagram infrastructure.bpmn, written by hand. */
export const provisionEnvironment = defineProcess({
  type: 'provisionEnvironment',
  name: 'Provision environment, in code',
  description:
    'Database, web servers, firewall and load balancer at two cloud providers and in our own data centre: all of it, or nothing.',
  input: Variables,
  messages,
});
