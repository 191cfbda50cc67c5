import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import fastify from 'fastify';
import { BatonClient } from 'batonflow/client';
import { secret, webhook, type Refusal, type SignatureConfig, type WebhookHandler } from 'batonflow/webhook';
import { z } from 'zod';
import * as activities from './fixtures/activities';
import { purchase, shipment } from './fixtures/contracts';
import { startedShipment } from './fixtures/started-shipment';
import { serve, type Served } from '../support/served';

const taskQueue = `webhook-${randomUUID()}`;

let client: BatonClient;
let served: Served;
const stops: (() => unknown)[] = [];
beforeAll(async () => {
  process.env['CARRIER_SECRET'] = 'between us';
  served = await serve({ workflowsPath: require.resolve('./fixtures/workflows'), activities, taskQueue });
  ({ client } = served);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await served.stop();
});

const refusals: Refusal[] = [];
beforeEach(() => refusals.splice(0));
const onRefused = (refusal: Refusal) => void refusals.push(refusal);

const signature: SignatureConfig = {
  secret: secret('CARRIER_SECRET'),
  header: 'x-signature',
  prefix: 'sha256=',
  timestamp: { header: 'x-sent-at' },
};
const Notice = z.object({ event: z.string(), sku: z.string(), quantity: z.number() });

function carrierOf(of: BatonClient, config: { timeout?: `${number} ms`; signature?: SignatureConfig } = {}) {
  const { timeout = '1 minute' } = config;
  return webhook(of, shipment, {
    signature: config.signature ?? signature,
    body: Notice,
    message: ({ body: { event, sku, quantity }, headers }) =>
      event === 'arrived'
        ? { name: 'Arrived', key: sku, payload: { quantity }, id: headers.get('x-delivery') }
        : undefined,
    maxBytes: 10_000,
    timeout,
    onRefused,
  });
}

/** Serves a handler by node:http; gives its address. */
async function listen(handler: WebhookHandler): Promise<string> {
  const server = createServer(handler as RequestListener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/arrivals?token=hidden`;
}

interface Call {
  readonly sentAt?: string;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** Calls back as the carrier does. */
async function post(url: string, body: unknown, { sentAt, key, headers }: Call = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const time = sentAt ?? String(Math.floor(Date.now() / 1000));
  const mac = createHmac('sha256', key ?? 'between us')
    .update(`${time}.${text}`)
    .digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'x-signature': `sha256=${mac}`,
      'x-sent-at': time,
      'x-delivery': randomUUID(),
      ...headers,
    },
    body: text,
  });
}

const arrived = (sku: string, quantity: number) => ({ event: 'arrived', sku, quantity });

test('a signed callback becomes a message to whoever waits for it', async () => {
  const url = await listen(carrierOf(client));
  const run = await startedShipment(client, 'lamp');
  expect(await post(url, arrived('lamp', 3))).toMatchObject({ status: 202 });
  expect(await run.result()).toEqual({ id: 'Arrived', payload: { quantity: 3 } });
  expect(refusals).toEqual([]);
});

test('a delivery that is repeated is one message', async () => {
  const url = await listen(carrierOf(client));
  const runs = [await startedShipment(client, 'sofa'), await startedShipment(client, 'sofa')];
  const headers = { 'x-delivery': 'delivery-1' };
  for (let i = 0; i < 2; i++) {
    expect(await post(url, arrived('sofa', 1), { headers })).toMatchObject({ status: 202 });
  }
  expect(await post(url, arrived('sofa', 2))).toMatchObject({ status: 202 });
  const results = await Promise.all(runs.map((run) => run.result()));
  expect(results).toMatchObject([{ payload: { quantity: 1 } }, { payload: { quantity: 2 } }]);
});

describe('to a run that is known', () => {
  const of = () =>
    webhook(client, purchase, {
      // Other schemes than HMAC are functions.
      signature: ({ headers }) => headers.get('authorization') === 'Bearer between us',
      body: z.object({ quantity: z.number() }),
      message: ({ body: payload, url }) => ({
        run: url.searchParams.get('run') ?? '',
        key: 'lamp',
        name: 'Delivered',
        payload,
        id: 'delivered',
      }),
      onRefused,
    });
  const call = (url: string, run: string, quantity: number, authorization = 'Bearer between us') =>
    post(`${url}&run=${run}`, { quantity }, { headers: { authorization } });

  test('goes what fits; a run that is over does not want to know', async () => {
    const url = await listen(of());
    const run = await client.start(purchase, { sku: 'lamp' });
    expect((await call(url, run.id, 0)).status).toBe(400);
    expect((await call(url, run.id, 4, 'Bearer 1234')).status).toBe(401);
    expect((await call(url, run.id, 4)).status).toBe(202);
    expect(await run.result()).toMatchObject({ quantity: 4 });
    expect((await call(url, run.id, 4)).status).toBe(204);
  });
});

describe('is not taken, and the sender is told why:', () => {
  let url: string;
  beforeAll(async () => {
    url = await listen(carrierOf(client));
  });
  const old = String(Math.floor(Date.now() / 1000) - 301);
  const good = arrived('vase', 1);

  test.each<[what: string, status: number, error: string, body: unknown, call?: Call]>([
    ['signed with another secret', 401, 'not that of this body', good, { key: 'a guess' }],
    ['no signature at all', 401, 'not that of this body', good, { headers: { 'x-signature': '' } }],
    ['half a signature', 401, 'not that of this body', good, { headers: { 'x-signature': 'sha256=ab' } }],
    ['a time that was not signed', 401, 'not that of this body', good, { headers: { 'x-sent-at': '1' } }],
    [
      'five minutes old',
      401,
      'the time in x-sent-at is none, or more than 300 seconds',
      good,
      { sentAt: old },
    ],
    ['from no time', 401, 'the time in x-sent-at is none', good, { sentAt: 'yesterday' }],
    ['too large', 413, 'more than 10000 bytes', { ...good, sku: 'x'.repeat(10_000) }],
    ['far too large', 413, 'more than 10000 bytes', 'x'.repeat(5_000_000)],
    ['not JSON', 400, 'the body is no JSON', 'quantity=1'],
    ['empty', 400, 'the body is no JSON', ''],
    ['not of this shape', 400, 'the body does not fit: quantity', { ...good, quantity: 'many' }],
    ['without a delivery id', 400, 'no delivery id', good, { headers: { 'x-delivery': '' } }],
  ])('%s', async (_, status, error, body, ...[call]) => {
    const answer = await post(url, body, call);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(error) });
    expect(refusals).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/arrivals',
        status,
        reason: expect.stringContaining(error),
      }),
    ]);
  });

  test('sent in pieces, with no word of how much there is', async () => {
    const piece = new Uint8Array(4_000);
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (pieces++ < 3 ? controller.enqueue(piece) : controller.close()),
    });
    expect(await fetch(url, { method: 'POST', body, duplex: 'half' })).toMatchObject({ status: 413 });
  });

  test('asked for with GET', async () => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('of no interest here: nothing is wrong with that', async () => {
    expect(await post(url, { ...good, event: 'departed' })).toMatchObject({ status: 204 });
    expect(refusals).toEqual([]);
  });
});

test('while Temporal cannot be reached, the sender is to call again', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  stops.push(() => connection.close());
  const unreachable = new BatonClient({ client: new Client({ connection }), taskQueue });
  const url = await listen(carrierOf(unreachable, { timeout: '300 ms' }));
  const answer = await post(url, arrived('vase', 1));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
  expect(refusals).toMatchObject([{ status: 503, error: expect.anything() }]);
});

test('a secret that is missing is a fault of this side, and the sender does not learn of it', async () => {
  const url = await listen(
    carrierOf(client, { signature: { ...signature, secret: secret('NOT_SET_ANYWHERE') } }),
  );
  const answer = await post(url, arrived('vase', 1));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('NOT_SET_ANYWHERE');
  expect(refusals).toMatchObject([
    { status: 500, error: { message: expect.stringContaining('NOT_SET_ANYWHERE') } },
  ]);
});

test('while one secret takes the place of another, both are right', async () => {
  const rotated = { ...signature, secret: ['the next one', secret('CARRIER_SECRET')] };
  const url = await listen(carrierOf(client, { signature: rotated }));
  for (const [key, status] of [
    ['the next one', 202],
    ['between us', 202],
    ['neither', 401],
  ] as const) {
    expect(await post(url, arrived('nobody', 1), { key })).toMatchObject({ status });
  }
});

test('other ways to write a signature: base64, several in one header, other texts before the body', async () => {
  const config: SignatureConfig = {
    secret: 'between us',
    header: 'webhook-signature',
    prefix: 'v1,',
    encoding: 'base64',
    timestamp: { header: 'webhook-timestamp', tolerance: '1 minute' },
    before: (headers) => `${headers.get('x-delivery')}.${headers.get('webhook-timestamp')}.`,
  };
  const url = await listen(carrierOf(client, { signature: config }));
  const body = JSON.stringify(arrived('nobody', 2));
  const now = new Date().toISOString();
  const mac = createHmac('sha256', 'between us').update(`d-1.${now}.${body}`).digest('base64');
  const headers = {
    'x-delivery': 'd-1',
    'webhook-timestamp': now,
    'webhook-signature': `v1,c29tZXRoaW5n v1,${mac}`,
  };
  expect(await post(url, body, { headers })).toMatchObject({ status: 202 });
  expect(await post(url, body, { headers: { ...headers, 'x-delivery': 'd-2' } })).toMatchObject({
    status: 401,
  });
});

test('in a fastify service, the handler goes before the parser of bodies; behind it, it says so', async () => {
  const app = fastify({ forceCloseConnections: true });
  const handler = carrierOf(client);
  const onRequest = (
    request: { raw: Parameters<WebhookHandler>[0] },
    reply: { hijack(): unknown; raw: Parameters<WebhookHandler>[1] },
  ) => {
    reply.hijack();
    return handler(request.raw, reply.raw);
  };
  app.post('/arrivals', { onRequest }, () => undefined);
  app.post('/late', (request, reply) => onRequest(request, reply));
  stops.push(() => app.close());
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const headers = { 'content-type': 'application/json' };
  expect(await post(`${base}/arrivals`, arrived('nobody', 3), { headers })).toMatchObject({ status: 202 });
  expect(await post(`${base}/late`, arrived('nobody', 3), { headers })).toMatchObject({ status: 500 });
  expect(refusals).toMatchObject([{ error: { message: expect.stringContaining('express.raw()') } }]);
});

test('names and payloads are those of the contract', () => {
  webhook(client, shipment, {
    signature,
    // @ts-expect-error it has no such message
    message: () => ({ name: 'Arived', payload: { quantity: 1 }, id: '1' }),
  });
  webhook(client, shipment, {
    signature,
    // @ts-expect-error quantity is a number
    message: () => ({ name: 'Arrived', payload: { quantity: 'one' }, id: '1' }),
  });
  const fits = webhook(client, purchase, { signature, message: () => ({ name: 'Nudge', id: '1' }) });
  expect(fits).toBeInstanceOf(Function);
});
