import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from '../../../shared/bpmn-error';
import { FailureType } from '../../../shared/errors';
import { feel } from './library';

/** The answer as the expressions of a connector see it. */
export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: unknown;
}

type Variables = Readonly<Record<string, unknown>>;

/** The variables that a result expression gives. */
export function resultOf(expression: string, response: RestResponse): Variables {
  // Older diagrams say `body` for `response.body`.
  const value = evaluated('result expression', expression, { ...response, response });
  if (value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Variables;
  throw expressionFailed(`The result expression gives no context: ${expression}`);
}

/** What went wrong, as an error expression sees it. */
export interface RestError {
  readonly code: string;
  readonly message: string;
}

/** An error that the error expression ignores: the task is done all the same, with these variables. */
export class ErrorIgnored extends Error {
  override readonly name = 'ErrorIgnored';

  constructor(readonly variables: Variables) {
    super('The error expression ignores the error.');
  }
}

/** The error to throw that an error expression makes; undefined if it makes none. */
export function errorOf(expression: string, response: RestResponse, error?: RestError): Error | undefined {
  const value = evaluated('error expression', expression, {
    response,
    error: error ? { ...error, variables: { response } } : null,
    bpmnError: (code: unknown, message?: unknown, variables?: unknown) => ({
      bpmnError: { code, message, variables },
    }),
    jobError: (message?: unknown, _variables?: unknown, retries?: unknown) => ({
      jobError: { message, retries },
    }),
    ignoreError: (variables?: unknown) => ({ ignoreError: { variables } }),
  });
  const made = value as {
    readonly bpmnError?: {
      readonly code: unknown;
      readonly message?: unknown;
      readonly variables?: Variables | null;
    };
    readonly jobError?: { readonly message?: unknown; readonly retries?: unknown };
    readonly ignoreError?: { readonly variables?: Variables | null };
  } | null;
  if (made?.ignoreError) return new ErrorIgnored(made.ignoreError.variables ?? {});
  if (made?.bpmnError) {
    const { code, message, variables } = made.bpmnError;
    return bpmnError(String(code), {
      ...(typeof message === 'string' && { message }),
      ...(variables && { variables }),
    });
  }
  if (!made?.jobError) return undefined;
  const { message, retries } = made.jobError;
  return ApplicationFailure.create({
    type: 'JobError',
    message: typeof message === 'string' ? message : 'The error expression says that the job failed.',
    nonRetryable: retries === 0,
  });
}

function evaluated(what: string, expression: string, context: Variables): unknown {
  try {
    const { value } = feel().evaluateFeel(expression.replace(/^\s*=/, ''), context);
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch (error) {
    throw expressionFailed(`The ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function expressionFailed(message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: FailureType.ExpressionFailed, message, nonRetryable: true });
}
