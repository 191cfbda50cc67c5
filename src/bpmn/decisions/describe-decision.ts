import type { Decision } from './2-model/types';
import type { EmittedDecision } from './3-emit/file-emission';

/** A decision as those who call it know it. */
export interface CompiledDecision {
  readonly id: string;
  readonly name: string;
  /** Name of the exported function. */
  readonly functionName: string;
  readonly form: DecisionForm;
}

/** The form of a decision's result. */
export interface DecisionForm {
  /** Names of the outputs; of a single one the result is the value itself, else an object of them. */
  readonly outputs: readonly string[];
  /** Whether it is a list of results. */
  readonly isList: boolean;
}

export function describeDecision({ decision, functionName }: EmittedDecision): CompiledDecision {
  return { id: decision.id, name: decision.name, functionName, form: formOf(decision) };
}

function formOf({ logic, variable, service }: Decision): DecisionForm {
  const [only, ...more] = service ?? [];
  if (only && more.length === 0) return formOf(only);
  if (logic.kind === 'results') return { outputs: logic.names, isList: false };
  if (logic.kind !== 'table') return { outputs: [variable.name], isList: false };
  const { outputs, hitPolicy, aggregation } = logic;
  const isList = hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER';
  return {
    outputs: outputs.map(({ name }) => name ?? variable.name),
    isList: isList && aggregation === undefined,
  };
}
