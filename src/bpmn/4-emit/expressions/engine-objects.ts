/** Objects of the engines and of Spring; a workflow has neither. */
const NAMES = new Set([
  'execution',
  'task',
  'authenticatedUserId',
  'caseExecution',
  'connector',
  'spin',
  'kcontext',
]);

export function isEngineObject(name: string): boolean {
  return NAMES.has(name);
}
