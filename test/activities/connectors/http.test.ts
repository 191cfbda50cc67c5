import { CancelledFailure } from '@temporalio/common';
import { bpmnError, env, secret } from 'batonflow/activity';
import { http, type HttpConfig } from 'batonflow/http';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { asBpmnError } from '../../../src/shared/bpmn-error';
import { HttpService, json } from './http-service';
import { environment, failureIn, inActivity, KEY } from './running-activity';

let service: HttpService;
beforeEach(async () => {
  service = await new HttpService().start();
});
afterEach(() => service.stop());

const client = (config: HttpConfig = {}) => http({ baseUrl: service.url, ...config });

describe('a request', () => {
  it('carries the body as JSON and the idempotency key of the activity', async () => {
    service.answer = json(201, { receipt: 'r-1' });
    const answer = await inActivity(() => client().post('/charges', { body: { amount: 5 } }));
    expect(answer).toEqual({ receipt: 'r-1' });
    expect(service.last).toMatchObject({ method: 'POST', url: '/charges', body: '{"amount":5}' });
    expect(service.last.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': KEY,
    });
  });

  it('has the same key at every attempt, and none if it changes nothing', async () => {
    for (const attempt of [1, 2]) await inActivity(() => client().put('/a', { body: 1 }), { attempt });
    await inActivity(() => client().get('/a'));
    expect(service.received.map(({ headers }) => headers['idempotency-key'])).toEqual([KEY, KEY, undefined]);
  });

  it('puts a key into its header that has other letters, or is long', async () => {
    await inActivity(() => client().post('/a'), { activityId: 'Prüfung#1' });
    await inActivity(() => client().post('/a', { idempotencyKey: 'k'.repeat(300) }));
    await inActivity(() => client({ idempotencyHeader: 'X-Request-Id' }).delete('/a'));
    const [letters, long, named] = service.received.map(({ headers }) => headers);
    expect(letters?.['idempotency-key']).toBe('run-1%2FPr%C3%BCfung%231');
    expect(long?.['idempotency-key']).toMatch(/^[0-9a-f]{64}$/);
    expect(named).toMatchObject({ 'x-request-id': KEY });
    expect(named).not.toHaveProperty('idempotency-key');
  });

  it('fills in its path and its query, encoded', async () => {
    const query = { q: 'a&b', tag: ['x', 'y'], page: 2, none: undefined };
    await inActivity(() =>
      client({ baseUrl: `${service.url}/v1/` }).get('/items/{id}', { params: { id: 'a/b?' }, query }),
    );
    expect(service.last.url).toBe('/v1/items/a%2Fb%3F?q=a%26b&tag=x&tag=y&page=2');
  });

  it('does not leave its path by a value', async () => {
    const failure = await failureIn(() => client().get('/items/{id}/x', { params: { id: '..' } }));
    expect(failure).toMatchObject({ type: 'HttpBadRequest', nonRetryable: true });
    expect(failure.message).toBe("/items/{id}/x: '..' cannot be the value of {id}");
    expect((await failureIn(() => client().get('/items/{id}'))).message).toContain('no value for {id}');
  });

  it('takes whole addresses of its own service only', async () => {
    await inActivity(() => client().get(`${service.url}/page/2`));
    expect(service.last.url).toBe('/page/2');
    const failure = await failureIn(() => client().get('http://elsewhere.example/page/2?token=t'));
    expect(failure.message).toMatch(/^http:\/\/elsewhere\.example\/page\/2\?token=…: it has another origin/);
  });

  it('that is too large is not sent', async () => {
    const failure = await failureIn(() =>
      client({ maxRequestBytes: 10 }).post('/a', { body: 'ü'.repeat(6) }),
    );
    expect(failure).toMatchObject({ type: 'HttpBadRequest', nonRetryable: true });
    expect(failure.message).toContain('the body has 12 bytes, 10 are allowed');
    expect(service.received).toEqual([]);
  });

  it.each([
    ['a form', new URLSearchParams({ a: 'ü' }), 'application/x-www-form-urlencoded', 'a=%C3%BC'],
    ['bytes', new Uint8Array([65, 66]), 'application/octet-stream', 'AB'],
    ['a text', 'hello', 'text/plain; charset=utf-8', 'hello'],
  ])('sends %s', async (_, body, type, sent) => {
    await inActivity(() => client().post('/a', { body }));
    expect(service.last.body).toBe(sent);
    expect(service.last.headers['content-type']).toBe(type);
  });
});

describe('an answer', () => {
  it('is checked by the schema', async () => {
    service.answer = json(200, { receipt: 5 });
    const answer = z.object({ receipt: z.string() });
    const failure = await failureIn(() => client().get('/charges', { answer }));
    expect(failure).toMatchObject({ type: 'InvalidOutput', nonRetryable: true });
    expect(failure.message).toMatch(/^answer of GET http:.*\/charges: output does not fit: receipt: /);
  });

  it.each([
    [400, 'HttpRejected', true],
    [404, 'HttpRejected', true],
    [408, 'HttpUnavailable', false],
    [409, 'HttpRejected', true],
    [425, 'HttpUnavailable', false],
    [429, 'HttpUnavailable', false],
    [500, 'HttpUnavailable', false],
    [503, 'HttpUnavailable', false],
  ])('of %i is %s', async (status, type, nonRetryable) => {
    service.answer = json(status, { problem: 'p' });
    const failure = await failureIn(() => client().post('/charges', { query: { card: '4711' } }));
    expect(failure).toMatchObject({ type, nonRetryable });
    const url = `${service.url}/charges?card=…`;
    expect(failure.message).toBe(`POST ${url} answered ${status}: {"problem":"p"}`);
    expect(failure.details).toEqual([{ method: 'POST', url, status, body: '{"problem":"p"}' }]);
  });

  it.each([
    ['seconds', '7', 7000],
    ['more than an hour', '86400', 3_600_000],
    ['nonsense', 'soon', undefined],
  ])('says by Retry-After when to come again: %s', async (_, value, delay) => {
    service.answer = json(429, {}, { 'retry-after': value });
    expect((await failureIn(() => client().get('/'))).nextRetryDelay).toBe(delay);
  });

  it('says when to come again by a date', async () => {
    service.answer = json(503, {}, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
    const delay = Number((await failureIn(() => client().get('/'))).nextRetryDelay);
    expect(delay).toBeGreaterThan(50_000);
    expect(delay).toBeLessThanOrEqual(60_000);
  });

  it('is a BPMN error where the call says so', async () => {
    service.answer = json(402, { reason: 'no money' });
    const errors = {
      402: ({ body }: { body: unknown }) =>
        bpmnError('CARD_DECLINED', { variables: { reason: (body as { reason: string }).reason } }),
      404: 'NOT_FOUND',
    };
    const declined = await failureIn(() => client().post('/charges', { errors }));
    expect(asBpmnError(declined)).toMatchObject({ code: 'CARD_DECLINED', variables: { reason: 'no money' } });
    service.answer = json(404, 'gone');
    expect(asBpmnError(await failureIn(() => client().get('/a', { errors })))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('may be accepted, or retried, against the rule', async () => {
    service.answer = json(404, { gone: true });
    expect(await inActivity(() => client().delete('/a', { accept: [404] }))).toBeUndefined();
    const whole = await inActivity(() => client().exchange('GET', '/a', { accept: [404] }));
    expect(whole).toMatchObject({ status: 404, body: { gone: true } });
    const busy = await failureIn(() => client({ retried: [404] }).get('/a'));
    expect(busy).toMatchObject({ type: 'HttpUnavailable', nonRetryable: false });
  });

  it('that is no JSON though it says so is not retried', async () => {
    service.answer = (response) => response.setHeader('content-type', 'application/json').end('<html>');
    const failure = await failureIn(() => client().get('/a'));
    expect(failure).toMatchObject({ type: 'HttpBadAnswer', nonRetryable: true });
  });

  it('is a text, bytes, or nothing', async () => {
    service.answer = (response) => response.setHeader('content-type', 'text/plain').end('hi');
    expect(await inActivity(() => client().get('/a'))).toBe('hi');
    expect(await inActivity(() => client().get('/a', { as: 'bytes' }))).toEqual(Buffer.from('hi'));
    service.answer = (response) => response.writeHead(204).end();
    expect(await inActivity(() => client().get('/a'))).toBeUndefined();
  });

  it.each(['announced', 'streamed', 'packed'])('that is too large is refused: %s', async (how) => {
    let sent = 0;
    service.answer = (response) => {
      if (how === 'announced') response.setHeader('content-length', 1_000_000).write('x');
      if (how === 'packed')
        response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(1_000_000)));
      if (how !== 'streamed') return;
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
      };
      response.on('drain', more);
      more();
    };
    const failure = await failureIn(() => client({ maxAnswerBytes: 100_000 }).get('/a'));
    expect(failure).toMatchObject({ type: 'HttpBadAnswer', nonRetryable: true });
    expect(failure.message).toContain('the answer has more than 100000 bytes');
    expect(sent).toBeLessThan(50_000_000);
  });

  it('that redirects is followed for GET within the origin', async () => {
    service.answer = (response, { url }) =>
      url === '/old'
        ? response.writeHead(301, { location: '/new' }).end()
        : json(200, 'here')(response, service.last);
    expect(await inActivity(() => client().get('/old'))).toBe('here');
    const posted = await failureIn(() => client().post('/old', { body: {} }));
    expect(posted).toMatchObject({ type: 'HttpRejected', nonRetryable: true });
    expect(posted.message).toContain(`/old answered 301, a redirect to ${service.url}/new. Only GET`);
    service.answer = (response) => response.writeHead(302, { location: 'http://evil.example/?t=1' }).end();
    expect((await failureIn(() => client().get('/a'))).message).toContain(
      'redirect to http://evil.example/?t=…',
    );
    service.answer = (response) => response.writeHead(302, { location: '/a' }).end();
    service.received.length = 0;
    expect((await failureIn(() => client().get('/a'))).type).toBe('HttpRejected');
    expect(service.received).toHaveLength(6);
  });
});

describe('no answer', () => {
  it('from nobody', async () => {
    const { url } = service;
    await service.stop();
    const failure = await failureIn(() => http({ baseUrl: url }).get('/a'));
    expect(failure).toMatchObject({ type: 'HttpUnavailable', nonRetryable: false });
    expect(failure.message).toMatch(/^GET http:\/\/127\.0\.0\.1:\d+\/a: connect ECONNREFUSED /);
    service = await new HttpService().start();
  });

  it.each(['before', 'within the headers', 'within the body'])(
    'as the connection breaks %s',
    async (when) => {
      service.answer = (response) => {
        if (when === 'within the headers') response.socket?.write('HTTP/1.1 200 OK\r\nconte');
        if (when === 'within the body') response.setHeader('content-length', 100).write('half');
        setTimeout(() => response.socket?.resetAndDestroy(), 20);
      };
      const failure = await failureIn(() => client().post('/a', { body: {} }));
      expect(failure).toMatchObject({ type: 'HttpUnavailable', nonRetryable: false });
    },
  );

  it.each(['headers', 'body'])('in time: %s', async (what) => {
    service.answer = (response) => {
      if (what === 'body') response.write('a');
    };
    const failure = await failureIn(() => client({ timeout: '50 ms' }).get('/a'));
    expect(failure).toMatchObject({ type: 'HttpUnavailable', nonRetryable: false });
    expect(failure.message).toMatch(/\/a: no answer within 50 ms$/);
  });

  it('in the time of the activity', async () => {
    service.answer = () => undefined;
    const failure = await failureIn(() => client().get('/a'), { startToCloseTimeoutMs: 60 });
    expect(failure.message).toMatch(/no answer within 60 ms$/);
  });

  it('ends with the activity, which stays alive meanwhile', async () => {
    const activity = environment({ heartbeatTimeoutMs: 60, heartbeatDetails: { done: 3 } });
    const beats: unknown[] = [];
    activity.on('heartbeat', (details: unknown) => {
      beats.push(details);
      if (beats.length === 2) activity.cancel();
    });
    service.answer = () => undefined;
    await expect(activity.run(() => client().get('/a'))).rejects.toBeInstanceOf(CancelledFailure);
    expect(beats).toEqual([{ done: 3 }, { done: 3 }]);
  });
});

describe('settings', () => {
  afterEach(() => {
    for (const name of ['TEST_URL', 'TEST_TOKEN']) Reflect.deleteProperty(process.env, name);
  });

  it('are read when they are used, and named when they are missing', async () => {
    const named = http({ baseUrl: env('TEST_URL'), auth: { bearer: secret('TEST_TOKEN') } });
    const failure = await failureIn(() => named.get('/a'));
    expect(failure).toMatchObject({ type: 'SettingMissing', nonRetryable: false });
    expect(failure.message).toBe(
      'The setting TEST_URL is missing: set TEST_URL in the environment of this program.',
    );
    process.env['TEST_URL'] = service.url;
    process.env['TEST_TOKEN'] = 'top-secret';
    await inActivity(() => named.get('/a'));
    expect(service.last.headers.authorization).toBe('Bearer top-secret');
  });

  it('that are secret are struck out of what a service echoes', async () => {
    process.env['TEST_TOKEN'] = 'top/secret';
    service.answer = (response, { headers, url }) =>
      response.writeHead(401).end(`${headers.authorization} ${headers['x-key']} ${url}`);
    const basic = { user: 'me', password: secret('TEST_TOKEN') };
    const failure = await failureIn(() =>
      client({ auth: { basic }, headers: { 'X-Key': secret('TEST_TOKEN') } }).get('/{a}', {
        params: { a: 'top/secret' },
      }),
    );
    expect(failure.details?.[0]).toMatchObject({
      body: 'Basic [credentials] [secret TEST_TOKEN] /[secret TEST_TOKEN]',
      url: `${service.url}/[secret TEST_TOKEN]`,
    });
    expect(JSON.stringify(failure)).not.toMatch(/top.{1,3}secret/);
  });
});
