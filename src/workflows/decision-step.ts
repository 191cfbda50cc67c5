import { ApplicationFailure } from '@temporalio/common';
import { asBpmnError } from '../shared/bpmn-error';
import type { OpenVariables } from '../shared/process-contract';
import { decisionFailed } from './decisions/failures';
import { begin, type Run } from './run';

export interface DecisionOptions {
  /**
   * The form of the result, by the names of Camunda 7's result mappers; default: as the decision gives it.
   *
   * | | |
   * | --- | --- |
   * | `singleEntry` | one value; more than one rule that applies, or more than one output, fails |
   * | `singleResult` | an object of the outputs; more than one rule that applies fails |
   * | `collectEntries` | a list of values, one for each rule that applies |
   * | `resultList` | a list of objects of the outputs |
   */
  readonly as?: 'singleEntry' | 'singleResult' | 'collectEntries' | 'resultList';
  /** The name of the decision's only output, which its result itself does not say. */
  readonly output?: string;
  /** Fail when no rule applies. */
  readonly required?: boolean;
}

export interface DecisionFunction {
  /**
   * Decides, as one step of the process: in the workflow, so it costs no history. Returns what the decision returns,
   * in the form that is asked for.
   *
   * Temporal calls: none.
   *
   * @param decide - a decision, as `baton compile` makes them of `.dmn` files, or any other function without side effects.
   * @throws ApplicationFailure `DecisionFailed` or `ExpressionFailed`, not retried, with decision, rule and cause.
   * @example
   * vars.risk = decision('Task_Risk', riskClass, { amount: vars.amount });
   */
  <In, Out>(id: string, decide: (input: In) => Out, input: NoInfer<In>): Out;
  /** Variables without a schema fit any decision, which checks what it uses. */
  <Out>(id: string, decide: (input: never) => Out, input: OpenVariables): Out;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- who takes the result says what it must be
  <In>(id: string, decide: (input: In) => unknown, input: NoInfer<In>, options: DecisionOptions): any;
  (
    id: string,
    decide: (input: never) => unknown,
    input: OpenVariables,
    options: DecisionOptions,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  ): any;
}

/** Set by runners of tests, which give some results in place of the decisions' own. */
declare const BATON_DECISIONS:
  ((element: string, decision: string) => (() => unknown) | undefined) | undefined;

function stubbed(element: string, decision: string): (() => unknown) | undefined {
  return typeof BATON_DECISIONS === 'undefined' ? undefined : BATON_DECISIONS?.(element, decision);
}

export function decisionIn(run: Run): DecisionFunction {
  return (id: string, decide: (input: never) => unknown, input: unknown, options: DecisionOptions = {}) => {
    begin(run);
    const step = run.progress.enter(id);
    try {
      const given = stubbed(id, decide.name);
      const result = inForm(decide.name, given ? given() : decide(input as never), options);
      step.close('completed');
      return result;
    } catch (error) {
      step.close('failed');
      throw failedAt(id, error);
    }
  };
}

/** Decisions do not know what asks them, and an incident stands at a task. */
function failedAt(element: string, error: unknown): unknown {
  if (!(error instanceof ApplicationFailure) || asBpmnError(error)) return error;
  const { message, type, nonRetryable, details, cause } = error;
  return ApplicationFailure.create({
    message,
    ...(typeof type === 'string' && { type }),
    nonRetryable: nonRetryable === true,
    details: [{ ...(details?.[0] as object | undefined), element }],
    ...(cause && { cause }),
  });
}

/** A result in one of Camunda 7's forms. */
function inForm(decision: string, result: unknown, { as, output, required }: DecisionOptions): unknown {
  const all = Array.isArray(result) ? (result as unknown[]) : result === null ? [] : [result];
  if (required === true && all.length === 0) throw decisionFailed(decision, 'no rule applies');
  const withName = (value: unknown) => (output === undefined ? value : { [output]: value });
  const single = (): unknown => {
    if (all.length > 1) throw decisionFailed(decision, `there are ${all.length} results, not one (${as})`);
    return all[0] ?? null;
  };
  const entry = (value: unknown): unknown => {
    if (output !== undefined || typeof value !== 'object' || value === null) return value;
    const values: unknown[] = Object.values(value);
    if (values.length > 1)
      throw decisionFailed(decision, `there are ${values.length} outputs, not one (${as})`);
    return values[0];
  };
  switch (as) {
    case undefined:
      return result;
    case 'singleEntry':
      return entry(single());
    case 'singleResult': {
      const value = single();
      return value === null ? null : withName(value);
    }
    case 'collectEntries':
      return all.map(entry);
    case 'resultList':
      return all.map(withName);
  }
}
