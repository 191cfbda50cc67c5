import { TemporalFailure, type ApplicationFailure } from '@temporalio/common';
import { FailureType } from '../shared/errors';
import type { OpenVariables } from '../shared/process-contract';
import { failure, type FailedOn } from './failures';
import { stopIfInterrupted } from './interruption';
import { scriptExecution, type ScriptExecution } from './script-execution';

type Vars = Readonly<Record<string, unknown>> | OpenVariables;

/**
 * The value of an expression of a diagram whose types are not known: variables that do not exist fail, as they do in the
 * engines, instead of counting as undefined. An expression that calls an activity (a bean of the diagram) is
 * asynchronous, and so is its value. Temporal calls: none by itself.
 *
 * @param element - named by failures: the element or flow that has the expression.
 * @param expression - gets the variables, and what Camunda 7's scripts know as `execution`.
 * @throws ApplicationFailure `ExpressionFailed`, not retried, with element, expression and cause.
 * @example
 * const due = evaluate('Task_Review', vars, ({ order }) => order.dueDate);
 */
export function evaluate(
  element: string,
  vars: Vars,
  expression: (vars: OpenVariables, execution: ScriptExecution) => unknown,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- who takes the value says what it must be
): any {
  return evaluated(element, vars, expression);
}

function evaluated(
  element: string,
  vars: Vars,
  expression: (vars: OpenVariables, execution: ScriptExecution) => unknown,
  expected?: 'boolean',
  written: (vars: OpenVariables, execution: ScriptExecution) => unknown = expression,
): unknown {
  const refuse = (error: unknown): never => {
    // What a step in it fails with says already what is wrong.
    throw isFailure(error) ? error : expressionFailed(element, textOf(written), reasonOf(error), expected);
  };
  try {
    const value = expression(strictly(vars), scriptExecution(element, vars as Record<string, unknown>));
    if (Number.isNaN(value)) throw new Error('it gave NaN: something in it is not a number');
    return value instanceof Promise ? value.catch(refuse) : value;
  } catch (error) {
    return refuse(error);
  }
}

export interface HoldsOptions {
  /** What it comes to while a variable that it reads does not exist; default: it fails. */
  readonly missing?: false;
}

/**
 * Like {@link evaluate}, for a condition: what is neither true nor false fails as well. Temporal calls: none.
 *
 * @example
 * if (holds('Flow_Rich', vars, ({ balance }) => balance > 1_000_000)) …
 */
export function holds(
  element: string,
  vars: Vars,
  expression: (vars: OpenVariables, execution: ScriptExecution) => Promise<unknown>,
): Promise<boolean>;
export function holds(
  element: string,
  vars: Vars,
  expression: (vars: OpenVariables, execution: ScriptExecution) => unknown,
  options?: HoldsOptions,
): boolean;
export function holds(
  element: string,
  vars: Vars,
  expression: (vars: OpenVariables, execution: ScriptExecution) => unknown,
  { missing }: HoldsOptions = {},
): boolean | Promise<boolean> {
  const decide = (value: unknown): boolean => {
    if (typeof value === 'boolean') return value;
    const reason = `it gave ${shown(value)}, neither true nor false`;
    throw expressionFailed(element, textOf(expression), reason, 'boolean');
  };
  const lenient = missing === undefined ? expression : unlessMissing(expression);
  const value = evaluated(element, vars, lenient, 'boolean', expression);
  return value instanceof Promise ? value.then(decide) : decide(value);
}

/** JUEL's `empty`: no value, an empty text, list or map. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}

/**
 * JSON as Camunda's Spin has it (`S(order)`, `JSON(order)`): a text is parsed, anything else is a value already.
 *
 * @throws SyntaxError when a text is no JSON, which `evaluate` makes an `ExpressionFailed` of.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- who takes the value says what it must be
export function asJson(value: unknown): any {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

/** The failure of an expression. */
export function expressionFailed(
  element: string,
  expression: string,
  reason: string,
  expected?: FailedOn['expected'],
): ApplicationFailure {
  stopIfInterrupted();
  const message = `Expression of '${element}' failed: ${reason}. It is: ${expression}`;
  const details: FailedOn = { element, ...(expected && { expected }) };
  return failure(FailureType.ExpressionFailed, message, { ...details, expression });
}

class MissingVariable extends Error {
  constructor(name: string) {
    super(`there is no variable '${name}'`);
  }
}

/** False when a variable is not there. */
function unlessMissing<A extends readonly unknown[]>(
  expression: (...args: A) => unknown,
): (...args: A) => unknown {
  return (...args) => {
    try {
      return expression(...args);
    } catch (error) {
      if (error instanceof MissingVariable) return false;
      throw error;
    }
  };
}

/** The variables, but reading one that does not exist throws. Writing is as always. */
export function strictly(vars: Vars): OpenVariables {
  return new Proxy(vars as OpenVariables, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target)) throw new MissingVariable(name);
      return target[name as string] as unknown;
    },
  });
}

/** Whether an error is one of Temporal's, which all failures of steps and of Baton are. */
export function isFailure(error: unknown): boolean {
  return error instanceof TemporalFailure;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of an expression as it stands in the source: without its parameter, and as before it was bundled. */
export function textOf(expression: (...args: never[]) => unknown): string {
  return String(expression)
    .replace(/\(0, ?\w+__WEBPACK_IMPORTED_MODULE_\d+__\.(\w+)\)/g, '$1')
    .replace(/^\([^)]*\)\s*=>\s*/, '')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

export function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
