/** Objects of the engines and of Spring; a workflow has neither. */
const NAMES = new Set([
  'execution',
  'task',
  'authenticatedUserId',
  'caseExecution',
  'dateTime',
  'now',
  'connector',
  'S',
  'spin',
]);

export function isEngineObject(name: string): boolean {
  return NAMES.has(name);
}
