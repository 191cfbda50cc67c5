import { workflowInfo } from '@temporalio/workflow';
import { businessKeyOf } from '../shared/run-identity';
import type { SCRIPT_EXECUTION } from '../shared/script-execution';

/**
 * The part of Camunda 7's `execution` that scripts use to read and write variables. Variables that do not exist are
 * null, as they are there.
 */
export interface ScriptExecution extends Record<(typeof SCRIPT_EXECUTION)[number], unknown> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- scripts of a diagram do not say what they expect
  getVariable(name: string): any;
  setVariable(name: string, value: unknown): void;
  hasVariable(name: string): boolean;
  removeVariable(name: string): void;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getVariables(): Record<string, any>;
  setVariables(values: Readonly<Record<string, unknown>>): void;
  /** Id of the script task. */
  getCurrentActivityId(): string;
  /** The workflow id. */
  getProcessInstanceId(): string;
  getProcessBusinessKey(): string | null;
}

export function scriptExecution(element: string, vars: Record<string, unknown>): ScriptExecution {
  return {
    getVariable: (name) => vars[name] ?? null,
    setVariable: (name, value) => {
      vars[name] = value;
    },
    hasVariable: (name) => name in vars,
    removeVariable: (name) => void Reflect.deleteProperty(vars, name),
    getVariables: () => ({ ...vars }),
    setVariables: (values) => void Object.assign(vars, values),
    getCurrentActivityId: () => element,
    getProcessInstanceId: () => workflowInfo().workflowId,
    getProcessBusinessKey: () => businessKeyOf(workflowInfo()) ?? null,
  };
}
