/** Name of the built-in activity that does what Camunda 8's REST connector does. */
export const REST_CONNECTOR = 'restConnector';

/** Task types of Camunda 8's REST and GraphQL connectors, which it stands for. */
export const REST_CONNECTOR_TYPES: ReadonlySet<string> = new Set([
  'io.camunda:http-json:1',
  'io.camunda:connector-graphql:1',
]);

/** The ways of authentication that it knows, as the element templates name them. */
export const REST_AUTHENTICATIONS = [
  'noAuth',
  'basic',
  'bearer',
  'apiKey',
  'oauth-client-credentials-flow',
  'oauth-refresh-token',
] as const;

/** A switch of the element template that is off. */
type Off = false | 'false' | '' | null;
type Switch = boolean | 'true' | Off;

/** The request, by the names of the element template. */
export interface RestRequest {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, unknown>> | null;
  readonly queryParameters?: Readonly<Record<string, unknown>> | null;
  readonly body?: unknown;
  readonly connectionTimeoutInSeconds?: number | string | null;
  readonly readTimeoutInSeconds?: number | string | null;
  /** Whether fields of the body that are null are left out. */
  readonly ignoreNullValues?: Switch;
  /** What else the element template offers can only be off: answers are values, and addresses are encoded. */
  readonly storeResponse?: Off;
  readonly skipEncoding?: Off;
}

/** What the GraphQL connector sends. */
export interface GraphqlRequest extends Omit<RestRequest, 'queryParameters' | 'body' | 'ignoreNullValues'> {
  readonly query: string;
  readonly variables?: unknown;
}

/** What a task of Camunda 8's REST or GraphQL connector hands over: its inputs, as its element template names them, and the rest. */
export type RestCall = (RestRequest | { readonly graphql: GraphqlRequest }) & RestRest;

interface RestRest {
  readonly authentication?: Readonly<Record<string, string | null | undefined>> | null;
  /** How the body of the answer is read: `JSON` (default), or `TEXT`. */
  readonly documentReturnFormat?: {
    readonly choice?: string | null;
    readonly encoding?: string | null;
  } | null;
  /** Whether redirects are followed: false takes their answer as it is. Default: as `http` does. */
  readonly followRedirects?: Switch;
  /** Whether the header `Set-Cookie` of the answer is a list. */
  readonly groupSetCookieHeaders?: Switch;
  /** Names of the secrets that the diagram puts into the inputs; only these are put in on the worker. */
  readonly secrets?: readonly string[];
  /** Variable that takes the whole answer: `{ status, headers, body }`. */
  readonly resultVariable?: string;
  /** FEEL: what goes into the variables, from `response`. */
  readonly resultExpression?: string;
  /** FEEL: `bpmnError(…)`, `jobError(…)` or null, from `response` and `error`. */
  readonly errorExpression?: string;
}
