import { REST_CONNECTOR, type RestCall } from '../../../shared/rest-connector';
import { exchangeBy } from '../http/client';
import type { HttpAnswer, HttpCall, HttpErrorMapping } from '../http/types';
import { Redaction } from '../shared/redaction';
import { authenticated } from './authentication';
import { errorOf, resultOf, type RestResponse } from './expressions';
import { withSecrets } from './secrets';

/** Camunda's own defaults, in seconds. */
const DEFAULT_TIMEOUT = 20;
const FIRST_ERROR = 400;
const LAST_ERROR = 599;

/** The activity behind `restConnector` of `batonflow/workflow`, by its name. */
export const restActivities = { [REST_CONNECTOR]: callRest };

async function callRest({ secrets = [], ...given }: RestCall): Promise<Record<string, unknown>> {
  const redaction = new Redaction();
  const { resultVariable, resultExpression, errorExpression } = given;
  const filled = withSecrets(given, secrets, redaction) as RestCall;
  const call = {
    ...requestOf(filled),
    ...(errorExpression && { errors: errorsBy(errorExpression, redaction) }),
  };
  const authorized = await authenticated(filled.authentication ?? {}, call, redaction);
  const answer = await exchangeBy(
    {},
    (filled.method ?? 'GET').toUpperCase(),
    filled.url,
    authorized,
    redaction,
  );
  const response = responseOf(answer, redaction);
  const error = errorExpression ? errorOf(errorExpression, response) : undefined;
  if (error) throw error;
  return {
    ...(resultVariable && { [resultVariable]: response }),
    ...(resultExpression && resultOf(resultExpression, response)),
  };
}

function requestOf(call: RestCall): HttpCall {
  const headers = texts(call.headers);
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const seconds = [call.connectionTimeoutInSeconds, call.readTimeoutInSeconds].map((s) =>
    Number(s ?? DEFAULT_TIMEOUT),
  );
  const total = seconds.reduce((sum, one) => sum + one, 0);
  const hasBody = call.body !== undefined && call.body !== null;
  return {
    query: texts(call.queryParameters),
    ...(hasBody && { body: bodyOf(leavesOutNulls(call) ? withoutNulls(call.body) : call.body, type) }),
    headers: { ...(hasBody && type === undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(total > 0 && { timeout: total * 1000 }),
  };
}

function leavesOutNulls({ ignoreNullValues }: RestCall): boolean {
  return ignoreNullValues === true || ignoreNullValues === 'true';
}

/** Fields that are null are left out, at any depth; in a list null keeps its place. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(present.map(([name, field]) => [name, withoutNulls(field)]));
}

function bodyOf(body: unknown, type: string | undefined): unknown {
  const isForm = type?.startsWith('application/x-www-form-urlencoded') === true;
  return isForm && typeof body === 'object' ? new URLSearchParams(texts(body as object)) : body;
}

function texts(values: object | null | undefined): Record<string, string> {
  const present = Object.entries(values ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** Every status of an error is the expression's to judge; where it says nothing, the rules of `http` do. */
function errorsBy(expression: string, redaction: Redaction): Record<number, HttpErrorMapping> {
  const judge = (answer: HttpAnswer) => {
    const response = responseOf(answer, redaction);
    return errorOf(expression, response, {
      code: String(response.status),
      message: `status ${response.status}`,
    });
  };
  const statuses = Array.from({ length: LAST_ERROR - FIRST_ERROR + 1 }, (_, i) => FIRST_ERROR + i);
  return Object.fromEntries(statuses.map((status) => [status, judge]));
}

/** What a service echoes of a secret does not reach the variables. */
function responseOf({ status, headers, body }: HttpAnswer, redaction: Redaction): RestResponse {
  return {
    status,
    headers: redaction.redactAll(Object.fromEntries(headers)) as Record<string, string>,
    body: redaction.redactAll(parsed(body)) ?? null,
  };
}

/** JSON is read as such whatever its content type says. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
