/**
 * Activities: the functions that do the work of a process. They run in Node, may do anything, and are retried.
 *
 * Plain functions are activities too; `defineActivity` adds schemas, options and an idempotency key.
 *
 * @module
 */
export { activityContext, type ActivityContext } from './context';
export { defineActivity, type ActivityFunction, type DefinedActivity } from './define-activity';
export {
  activityContract,
  type ActivityContract,
  type ActivityContractSpec,
} from '../shared/activity-contract';
export { env, reveal, secret, type Configured, type Setting } from '../settings/settings';
export { asBpmnError, bpmnError, type BpmnErrorInfo, type BpmnErrorOptions } from '../shared/bpmn-error';
