/** Name of the built-in activity that does what Camunda 8's REST connector does. */
export const REST_CONNECTOR = 'restConnector';

/** A switch of the element template that is off. */
type Off = false | 'false' | '' | null;

/** What a task of Camunda 8's REST connector hands over: its inputs, as its element template names them, and the rest. */
export interface RestCall {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, unknown>> | null;
  readonly queryParameters?: Readonly<Record<string, unknown>> | null;
  readonly body?: unknown;
  readonly authentication?: Readonly<Record<string, string | null | undefined>> | null;
  /** Whether fields of the body that are null are left out. */
  readonly ignoreNullValues?: boolean | 'true' | Off;
  readonly connectionTimeoutInSeconds?: number | string | null;
  readonly readTimeoutInSeconds?: number | string | null;
  /** What else the element template offers can only be off: answers are values, and addresses are encoded. */
  readonly storeResponse?: Off;
  readonly skipEncoding?: Off;
  readonly groupSetCookieHeaders?: Off;
  /** Names of the secrets that the diagram puts into the inputs; only these are put in on the worker. */
  readonly secrets?: readonly string[];
  /** Variable that takes the whole answer: `{ status, headers, body }`. */
  readonly resultVariable?: string;
  /** FEEL: what goes into the variables, from `response`. */
  readonly resultExpression?: string;
  /** FEEL: `bpmnError(…)`, `jobError(…)` or null, from `response` and `error`. */
  readonly errorExpression?: string;
}
