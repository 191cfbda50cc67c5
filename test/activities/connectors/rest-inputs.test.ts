import type { RestCall } from '../../../src/shared/rest-connector';
import { restActivities } from '../../../src/activities/connectors/rest/activity';
import { HttpService, json } from './http-service';
import { failureIn, inActivity } from './running-activity';

// What the element templates of Camunda 8's REST and GraphQL connectors can be filled in with, against a real service.

let service: HttpService;
beforeAll(async () => {
  service = await new HttpService().start();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.received.length = 0;
  service.answer = json(200, { ok: true });
});

type Inputs = Partial<RestCall> & Record<string, unknown>;

const call = (inputs: Inputs) => () =>
  restActivities.restConnector({ url: `${service.url}/x`, resultVariable: 'answer', ...inputs } as RestCall);
const done = (inputs: Inputs) => inActivity(call(inputs));
const failed = (inputs: Inputs) => failureIn(call(inputs));

describe('authentication', () => {
  const basic = (user: string, password: string) =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  it.each([
    [{ type: 'noAuth' }, { authorization: undefined }],
    [{ type: 'basic', username: 'ann', password: 'p' }, { authorization: basic('ann', 'p') }],
    [{ type: 'bearer', token: 't' }, { authorization: 'Bearer t' }],
    [{ type: 'apiKey', apiKeyLocation: 'headers', name: 'X-Key', value: 'k' }, { 'x-key': 'k' }],
  ])('%j', async (authentication, headers) => {
    await done({ authentication });
    for (const [name, value] of Object.entries(headers)) expect(service.last.headers[name]).toBe(value);
  });

  it('an API key in the query', async () => {
    const authentication = { type: 'apiKey', apiKeyLocation: 'query', name: 'key', value: 'k 1' };
    await done({ authentication, queryParameters: { a: 1 } });
    expect(service.last.url).toBe('/x?a=1&key=k+1');
  });

  const oauth = (more: object) => ({
    ...{ clientId: 'me', clientSecret: 's', oauthTokenEndpoint: `${service.url}/token` },
    ...{ type: 'oauth-client-credentials-flow', ...more },
  });
  const tokens = () => {
    service.answer = (response, received) =>
      json(200, received.url === '/token' ? { access_token: 'T' } : { ok: true })(response, received);
  };
  const asked = () => Object.fromEntries(new URLSearchParams(service.received[0]!.body));

  it('OAuth by client credentials, in a header', async () => {
    tokens();
    const more = { clientAuthentication: 'basicAuthHeader', scopes: 'read write', audience: 'api' };
    await done({ authentication: oauth(more) });
    expect(service.received[0]).toMatchObject({
      ...{ method: 'POST', url: '/token', headers: { authorization: basic('me', 's') } },
    });
    expect(asked()).toEqual({ grant_type: 'client_credentials', scope: 'read write', audience: 'api' });
    expect(service.last.headers.authorization).toBe('Bearer T');
  });

  it('OAuth by client credentials, in the body', async () => {
    tokens();
    await done({ authentication: oauth({ clientAuthentication: 'credentialsBody' }) });
    expect(asked()).toEqual({ grant_type: 'client_credentials', client_id: 'me', client_secret: 's' });
    expect(service.received[0]!.headers.authorization).toBeUndefined();
  });

  it('OAuth by a refresh token', async () => {
    tokens();
    const more = { type: 'oauth-refresh-token', refreshToken: 'R', clientSecret: null };
    await done({ authentication: oauth(more) });
    expect(asked()).toEqual({ grant_type: 'refresh_token', refresh_token: 'R', client_id: 'me' });
    expect(service.last.headers.authorization).toBe('Bearer T');
  });

  it('an endpoint that gives no token fails for good', async () => {
    service.answer = json(200, { error: 'none' });
    expect(await failed({ authentication: oauth({}) })).toMatchObject({
      ...{ type: 'HttpBadAnswer', nonRetryable: true, message: 'The token endpoint gave no access_token' },
    });
  });

  it('one that is not known', async () => {
    expect(await failed({ authentication: { type: 'kerberos' } })).toMatchObject({
      ...{ type: 'HttpBadRequest', nonRetryable: true },
      message: expect.stringContaining("does not know the authentication 'kerberos'") as string,
    });
    expect(service.received).toEqual([]);
  });
});

describe('request and answer', () => {
  it('leaves nulls out, or sends them', async () => {
    const body = { a: null, b: [null, { c: null }] };
    await done({ method: 'post', body });
    expect(JSON.parse(service.last.body)).toEqual(body);
    await done({ method: 'post', body, ignoreNullValues: true });
    expect(JSON.parse(service.last.body)).toEqual({ b: [null, {}] });
  });

  it('sends a form as a form', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    await done({ method: 'POST', headers, body: { a: 'b c', n: 1 } });
    expect(service.last.body).toBe('a=b+c&n=1');
  });

  it('gives the body as a text', async () => {
    const { answer } = await done({ documentReturnFormat: { choice: 'TEXT', encoding: 'UTF-8' } });
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true}' });
  });

  it('follows redirects, or takes them as the answer', async () => {
    service.answer = (response, { url }) => {
      if (url === '/y') return response.end('there');
      return response.writeHead(302, { location: '/y' }).end();
    };
    expect((await done({})).answer).toMatchObject({ status: 200, body: 'there' });
    expect((await done({ followRedirects: false })).answer).toMatchObject({
      status: 302,
      headers: { location: '/y' },
    });
  });

  it('gives several cookies', async () => {
    service.answer = (response) => response.setHeader('set-cookie', ['a=1', 'b=2']).end();
    const { answer } = await done({ groupSetCookieHeaders: 'true' });
    expect(answer).toMatchObject({ headers: { 'set-cookie': ['a=1', 'b=2'] } });
  });

  it('stops waiting', async () => {
    service.answer = () => undefined;
    expect(await failed({ connectionTimeoutInSeconds: 0, readTimeoutInSeconds: '0.1' })).toMatchObject({
      ...{ type: 'HttpUnavailable', nonRetryable: false },
      message: expect.stringContaining('no answer within 100 ms') as string,
    });
  });
});

describe('expressions', () => {
  it.each([
    [
      'if response.body.ok then bpmnError("OK", "fine", {a: 1}) else null',
      200,
      { type: 'BpmnError', code: 'OK' },
    ],
    [
      'if error.code = "503" then jobError("no more", {}, 0) else null',
      503,
      { type: 'JobError', nonRetryable: true },
    ],
    ['jobError("again", {}, 2)', 500, { type: 'JobError', nonRetryable: false, message: 'again' }],
    ['null', 500, { type: 'HttpUnavailable', nonRetryable: false }],
    ['null', 422, { type: 'HttpRejected', nonRetryable: true }],
    ['bpmnError(', 500, { type: 'ExpressionFailed', nonRetryable: true }],
  ])(
    'error expression %s, status %i',
    async (errorExpression, status, { code, ...expected }: { code?: string; type: string }) => {
      service.answer = json(status, { ok: true });
      const failure = await failed({ errorExpression });
      expect(failure).toMatchObject(expected);
      if (code !== undefined) expect(JSON.stringify(failure.details)).toContain(code);
    },
  );

  it('an ignored error ends the task with what the expression gives', async () => {
    service.answer = json(404, { reason: 'gone' });
    const errorExpression =
      'if error.code = "404" then ignoreError({why: error.variables.response.body.reason}) else null';
    expect(await done({ errorExpression })).toEqual({ why: 'gone' });
  });

  it('a result expression that gives no context', async () => {
    expect(await failed({ resultExpression: 'response.status' })).toMatchObject({
      ...{ type: 'ExpressionFailed', nonRetryable: true },
    });
  });
});

describe('GraphQL', () => {
  const query = 'query ($id: ID) { person(id: $id) { name } }';
  const graphql = (method: string) => ({
    method,
    url: `${service.url}/graphql`,
    query,
    variables: { id: 1 },
  });

  it.each(['post', 'POST'])('by %s', async (method) => {
    service.answer = json(200, { data: { person: { name: 'Ann' } } });
    const result = await done({
      graphql: graphql(method),
      resultExpression: '{name: response.body.data.person.name}',
    });
    expect(result).toMatchObject({ name: 'Ann' });
    expect(service.last).toMatchObject({ method: 'POST', url: '/graphql' });
    expect(JSON.parse(service.last.body)).toEqual({ query, variables: { id: 1 } });
  });

  it('by get, with authentication', async () => {
    await done({ graphql: graphql('get'), authentication: { type: 'bearer', token: 't' } });
    const { pathname, searchParams } = new URL(service.last.url, service.url);
    expect([service.last.method, pathname]).toEqual(['GET', '/graphql']);
    expect(Object.fromEntries(searchParams)).toEqual({ query, variables: '{"id":1}' });
    expect(service.last.headers.authorization).toBe('Bearer t');
  });
});
