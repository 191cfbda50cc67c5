import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startHttpService, type HttpService } from '../services/http-service';

const Charge = z.object({ amount: z.number(), callback: z.string().optional() });

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({
    name: 'card-payment',
    description: 'Charges cards.',
    tables: 'create table charge (id integer primary key, amount real)',
    routes(app, database) {
      const schema = { body: Charge, response: { 201: z.object({ id: z.number() }) } };
      app.post('/charges', { schema }, (request, reply) => {
        const insert = database.prepare('insert into charge (amount) values (?)');
        const id = Number(insert.run(request.body.amount).lastInsertRowid);
        if (request.body.callback !== undefined) {
          request.callBack(request.body.callback, { paid: id }, { after: 0 });
        }
        reply.code(201);
        return { id };
      });
    },
  });
});
afterAll(() => service.stop());
beforeEach(() => {
  service.heal();
  service.database.exec('delete from charge');
});

it('is found by an environment variable, and described by OpenAPI', async () => {
  expect(service.env).toEqual({ CARD_PAYMENT_URL: service.url });
  const description = (await (await fetch(`${service.url}/openapi.json`)).json()) as { paths: object };
  expect(description).toMatchObject({ info: { title: 'card-payment' } });
  expect(Object.keys(description.paths)).toEqual(['/charges']);
});

it('refuses what does not fit', async () => {
  expect((await charge({ amount: 'much' })).status).toBe(400);
});

it('does requests of the same key once, also at the same time', async () => {
  const [one, other] = await Promise.all([charge({ amount: 1 }, 'k-1'), charge({ amount: 1 }, 'k-1')]);
  const third = await charge({ amount: 1 }, 'k-1');
  expect([one.status, other.status, third.status]).toEqual([201, 201, 201]);
  expect(third.headers.get('idempotent-replayed')).toBe('true');
  const body: unknown = await one.json();
  expect(await other.json()).toEqual(body);
  expect(await third.json()).toEqual(body);
  expect(charges()).toBe(1);
});

it('refuses the key of another request', async () => {
  await charge({ amount: 1 }, 'k-2');
  const answer = await charge({ amount: 2 }, 'k-2');
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ error: 'IDEMPOTENCY_KEY_REUSED' });
});

it('does the same again without a key', async () => {
  await charge({ amount: 1 });
  await charge({ amount: 1 });
  expect(charges()).toBe(2);
});

it('down: does nothing, as often as asked', async () => {
  service.fail('down', { times: 2, route: 'POST /charges' });
  expect((await charge({ amount: 1 }, 'k-3')).status).toBe(503);
  expect((await charge({ amount: 1 }, 'k-3')).status).toBe(503);
  expect((await charge({ amount: 1 }, 'k-3')).status).toBe(201);
  expect(charges()).toBe(1);
});

it('slow: answers only after the caller has stopped waiting, and has done the work', async () => {
  service.fail('slow', { times: 1 });
  const caller = new AbortController();
  const asked = charge({ amount: 1 }, 'k-4', caller.signal);
  while (charges() === 0) await sleep(20);
  caller.abort(new Error('waited enough'));
  await expect(asked).rejects.toThrow('waited enough');
  const again = await charge({ amount: 1 }, 'k-4');
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(charges()).toBe(1);
});

it('wrong: answers what its description does not promise', async () => {
  service.fail('wrong', { times: 1 });
  const answer = await charge({ amount: 1 }, 'k-5');
  expect([answer.status, await answer.json()]).toEqual([201, { result: 'OK' }]);
  const again = await charge({ amount: 1 }, 'k-5');
  expect(await again.json()).toEqual({ id: 1 });
});

it('duplicate: does the work, loses the answer, and calls back twice', async () => {
  const called: string[] = [];
  const caller = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => called.push(text));
    // Busy at first: callbacks are tried again.
    response.writeHead(called.length === 0 ? 503 : 204).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => caller.once('listening', resolve));
  const callback = `http://127.0.0.1:${(caller.address() as AddressInfo).port}/paid`;

  service.fail('duplicate', { times: 1 });
  await expect(charge({ amount: 1, callback }, 'k-6')).rejects.toThrow('fetch failed');
  expect((await charge({ amount: 1, callback }, 'k-6')).status).toBe(201);
  expect(charges()).toBe(1);
  while (called.length < 3) await sleep(20);
  expect(new Set(called)).toEqual(new Set(['{"paid":1}']));
  caller.close();
});

it('is switched over HTTP as well, and says what it cannot do', async () => {
  const flip = (body: object) =>
    fetch(`${service.url}/switches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect(await (await flip({ fail: 'down', times: 3 })).json()).toEqual([{ fail: 'down', times: 3 }]);
  expect((await charge({ amount: 1 })).status).toBe(503);
  expect(await (await fetch(`${service.url}/switches`)).json()).toEqual([{ fail: 'down', times: 2 }]);
  await fetch(`${service.url}/switches`, { method: 'DELETE' });
  expect((await charge({ amount: 1 })).status).toBe(201);

  const refused = await flip({ fail: 'down', route: 'POST /charge' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    message: 'card-payment has no route POST /charge. It has POST /charges.',
  });
  expect(() => service.fail('down', { times: 0 })).toThrow('times: 0 is no count');
});

it('keeps what it was asked', async () => {
  await charge({ amount: 1 }, 'k-7');
  await charge({ amount: 1 }, 'k-7');
  expect(service.requests.filter(({ idempotencyKey }) => idempotencyKey === 'k-7')).toEqual([
    { route: 'POST /charges', idempotencyKey: 'k-7', status: 201, repeated: false, failure: undefined },
    { route: 'POST /charges', idempotencyKey: 'k-7', status: 201, repeated: true, failure: undefined },
  ]);
});

function charge(body: object, key?: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${service.url}/charges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

function charges(): number {
  return (service.database.prepare('select count(*) as n from charge').get() as { n: number }).n;
}
