import { AsyncLocalStorage } from '@temporalio/workflow';

// Carries the variables of the innermost scope that has some of its own. The storage itself holds no state of a run.
const storage = new AsyncLocalStorage<object>();

/** The variables of the innermost scope around that has some of its own. */
export function variablesAround(): object | undefined {
  return storage.getStore();
}

/** Runs `body` in a scope with these variables. */
export function amongVariables<T>(vars: object, body: () => T): T {
  return storage.run(vars, body);
}
