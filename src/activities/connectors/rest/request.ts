import type { GraphqlRequest, RestCall, RestRequest } from '../../../shared/rest-connector';
import type { HttpCall } from '../http/types';

/** Camunda's own defaults, in seconds. */
const DEFAULT_TIMEOUT = 20;
/** What a call gives that does not follow redirects. */
const REDIRECTS = [301, 302, 303, 307, 308];

/** A call of the http connector. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly call: HttpCall;
}

/** What the inputs of a REST or a GraphQL connector ask for. */
export function requestOf(given: RestCall): Request {
  const rest = 'graphql' in given ? fromGraphql(given.graphql) : given;
  const { method, url, body: value, queryParameters } = rest;
  const headers = texts(rest.headers);
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const seconds = [rest.connectionTimeoutInSeconds, rest.readTimeoutInSeconds].map((s) =>
    Number(s ?? DEFAULT_TIMEOUT),
  );
  const total = seconds.reduce((sum, one) => sum + one, 0);
  const body = isTrue(rest.ignoreNullValues) ? withoutNulls(value) : value;
  const hasBody = body !== undefined && body !== null;
  return {
    method: (method ?? 'GET').toUpperCase(),
    url,
    call: {
      query: texts(queryParameters),
      ...(hasBody && { body: bodyOf(body, type) }),
      headers: { ...(hasBody && type === undefined && { 'Content-Type': 'application/json' }), ...headers },
      ...(total > 0 && { timeout: total * 1000 }),
      ...(isFalse(given.followRedirects) && { accept: REDIRECTS }),
      ...(given.documentReturnFormat?.choice === 'TEXT' && { as: 'text' }),
    },
  };
}

/** As GraphQL goes over HTTP: in the query of GET, in the body of POST. */
function fromGraphql({ query, variables, ...rest }: GraphqlRequest): RestRequest {
  const isGet = (rest.method ?? 'GET').toUpperCase() === 'GET';
  const parts = { query, ...(variables !== undefined && variables !== null && { variables }) };
  return isGet ? { ...rest, queryParameters: parts } : { ...rest, body: parts };
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

/** Fields that are null are left out, at any depth; in a list null keeps its place. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(present.map(([name, part]) => [name, withoutNulls(part)]));
}

/** Element templates write switches as FEEL or as texts. */
export function isTrue(value: boolean | string | null | undefined): boolean {
  return value === true || value === 'true';
}

function isFalse(value: boolean | string | null | undefined): boolean {
  return value === false || value === 'false';
}
