/**
 * What scripts in JavaScript may call on `execution`, the object of Camunda 7: with these a script still runs in the
 * workflow. One list for the compiler, which looks for anything else, and the runtime, which has to have them.
 */
export const SCRIPT_EXECUTION = [
  'getVariable',
  'setVariable',
  'hasVariable',
  'removeVariable',
  'getVariables',
  'setVariables',
  'getCurrentActivityId',
  'getProcessInstanceId',
  'getProcessBusinessKey',
] as const;

/** Likewise for `task`, which task listeners have. */
export const SCRIPT_TASK_METHODS = [
  'getVariable',
  'setVariable',
  'hasVariable',
  'removeVariable',
  'getVariables',
  'setVariables',
  'getId',
  'getTaskDefinitionKey',
  'getName',
  'getDescription',
  'getEventName',
  'getCreateTime',
  'getProcessInstanceId',
  'getExecution',
  'getAssignee',
  'setAssignee',
  'getOwner',
  'setOwner',
  'getPriority',
  'setPriority',
  'getDueDate',
  'setDueDate',
  'getFollowUpDate',
  'setFollowUpDate',
  'addCandidateUser',
  'addCandidateUsers',
  'deleteCandidateUser',
  'addCandidateGroup',
  'addCandidateGroups',
  'deleteCandidateGroup',
] as const;

/** What of it scripts read and write as properties. */
export const SCRIPT_TASK_PROPERTIES = [
  'id',
  'name',
  'description',
  'eventName',
  'assignee',
  'owner',
  'priority',
  'dueDate',
  'followUpDate',
  'execution',
] as const;
