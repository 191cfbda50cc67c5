import { REST_CONNECTOR, type RestCall } from '../../../shared/rest-connector';
import { exchangeBy } from '../http/client';
import type { HttpAnswer, HttpErrorMapping } from '../http/types';
import { Redaction } from '../shared/redaction';
import { authenticated } from './authentication';
import { ErrorIgnored, errorOf, resultOf, type RestResponse } from './expressions';
import { isTrue, requestOf } from './request';
import { withSecrets } from './secrets';

const FIRST_ERROR = 400;
const LAST_ERROR = 599;

/** The activity behind `restConnector` of `batonflow/workflow`, by its name. */
export const restActivities = { [REST_CONNECTOR]: restConnector };

async function restConnector(given: RestCall): Promise<Record<string, unknown>> {
  try {
    return await callRest(given);
  } catch (error) {
    if (error instanceof ErrorIgnored) return { ...error.variables };
    throw error;
  }
}

async function callRest({ secrets = [], ...given }: RestCall): Promise<Record<string, unknown>> {
  const redaction = new Redaction();
  const { resultVariable, resultExpression, errorExpression } = given;
  const filled = withSecrets(given, secrets, redaction) as RestCall;
  const { method, url, call } = requestOf(filled);
  const reading: Reading = {
    redaction,
    isText: call.as === 'text',
    groupsCookies: isTrue(given.groupSetCookieHeaders),
  };
  const judged = errorExpression ? { ...call, errors: errorsBy(errorExpression, reading) } : call;
  const authorized = await authenticated(filled.authentication ?? {}, judged, redaction);
  const response = responseOf(await exchangeBy({}, method, url, authorized, redaction), reading);
  const error = errorExpression ? errorOf(errorExpression, response) : undefined;
  if (error) throw error;
  return {
    ...(resultVariable && { [resultVariable]: response }),
    ...(resultExpression && resultOf(resultExpression, response)),
  };
}

/** Every status of an error is the expression's to judge; where it says nothing, the rules of `http` do. */
function errorsBy(expression: string, reading: Reading): Record<number, HttpErrorMapping> {
  const judge = (answer: HttpAnswer) => {
    const response = responseOf(answer, reading);
    return errorOf(expression, response, {
      code: String(response.status),
      message: `status ${response.status}`,
    });
  };
  const statuses = Array.from({ length: LAST_ERROR - FIRST_ERROR + 1 }, (_, i) => FIRST_ERROR + i);
  return Object.fromEntries(statuses.map((status) => [status, judge]));
}

/** How an answer becomes what expressions and variables get. */
interface Reading {
  /** What a service echoes of a secret does not reach the variables. */
  readonly redaction: Redaction;
  /** The body stays a text, also where it is JSON. */
  readonly isText: boolean;
  /** `Set-Cookie` is a list, for there may be several. */
  readonly groupsCookies: boolean;
}

function responseOf({ status, headers, body }: HttpAnswer, reading: Reading): RestResponse {
  const { redaction, isText, groupsCookies } = reading;
  const cookies = headers.getSetCookie();
  const all = {
    ...Object.fromEntries(headers),
    ...(groupsCookies && cookies.length > 0 && { 'set-cookie': cookies }),
  };
  return {
    status,
    headers: redaction.redactAll(all) as RestResponse['headers'],
    body: redaction.redactAll(isText ? body : parsed(body)) ?? null,
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
