import type { ProcessRun } from 'batonflow/client';
import type { ProcessSpec } from 'batonflow/contract';
import { createTestEnvironment, type TestEnvironment } from 'batonflow/testing';
import { DefaultLogger } from '@temporalio/worker';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { restConnectorProcess } from '../../samples/rest-connector/rest-connector.process';
import { HttpService, json } from './http-service';

const KEY = 'rates-key-0815';
const PASSWORD = 'offers/password-4711';

const logged: string[] = [];
let env: TestEnvironment;
let service: HttpService;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-secrets-'));
  writeFileSync(join(folder, 'password'), `${PASSWORD}\n`);
  process.env['RATES_KEY'] = KEY;
  process.env['OFFERS_PASSWORD_FILE'] = join(folder, 'password');
  service = await new HttpService().start();
  env = await createTestEnvironment({
    workflowsPath: require.resolve('../../samples/rest-connector/rest-connector.workflow'),
    logger: new DefaultLogger('DEBUG', (entry) => logged.push(inspect(entry, { depth: 10 }))),
  });
});
afterAll(async () => {
  await env.dispose();
  await service.stop();
  rmSync(folder, { recursive: true });
  for (const name of ['RATES_KEY', 'OFFERS_PASSWORD_FILE']) Reflect.deleteProperty(process.env, name);
});

const given = { currency: 'USD', amount: 5, note: 'not {{secrets.OFFERS_PASSWORD}}' };

async function start(): Promise<ProcessRun<ProcessSpec>> {
  service.received.length = 0;
  return env.client.start(restConnectorProcess as ProcessSpec, { ...given, ratesUrl: service.url });
}

/** Everything that the server keeps of a run, readable. */
async function historyOf({ id }: ProcessRun<ProcessSpec>): Promise<string> {
  const history = await env.client.client.workflow.getHandle(id).fetchHistory();
  // Payloads are bytes, which JSON has in base64.
  return JSON.stringify(history, (key, value: unknown) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value,
  );
}

it('runs as it stands in the diagram', async () => {
  service.answer = (response, received) => {
    const answers = {
      '/offers': { id: 'o-1', echo: received.headers },
      '/graphql': { data: { owner: 'ann' } },
    };
    json(200, answers[received.url as keyof typeof answers] ?? { rate: 1.1 })(response, received);
  };
  const run = await start();
  expect(await run.result()).toMatchObject({
    rate: 1.1,
    offer: { status: 200, body: { id: 'o-1' } },
    owner: 'ann',
  });

  const [rate, offer, owner] = service.received;
  const query = new URLSearchParams({ from: 'EUR', note: given.note });
  expect(rate).toMatchObject({ method: 'GET', url: `/rates/USD?${query}`, headers: { 'x-api-key': KEY } });
  const authorization = `Basic ${Buffer.from(`offers:${PASSWORD}`).toString('base64')}`;
  expect(offer).toMatchObject({
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
  });
  expect(JSON.parse(offer!.body)).toEqual({ rate: 1.1, amount: 5 });
  expect(offer!.headers['idempotency-key']).toMatch(/\/Task_Offer#1$/);
  expect(JSON.parse(owner!.body)).toEqual({
    query: 'query ($id: ID) { owner(id: $id) }',
    variables: { id: 'o-1' },
  });
});

it('keeps secrets from the history and the log, also where a service echoes them', async () => {
  logged.length = 0;
  let attempts = 0;
  service.answer = (response, received) => {
    attempts++;
    if (attempts === 1) return json(503, { your: received.headers })(response, received);
    return json(200, { rate: 1, your: received.headers })(response, received);
  };
  const run = await start();
  await run.result();
  expect(attempts).toBe(4);
  const history = await historyOf(run);
  expect(history).toContain('{{secrets.RATES_KEY}}');
  expect(history).toContain('Basic [credentials]');
  // The log is written in a while.
  while (!logged.some((entry) => entry.includes('answered 503'))) await sleep(50);
  const everything = [history, ...logged].join('\n');
  for (const value of [KEY, PASSWORD, Buffer.from(`offers:${PASSWORD}`).toString('base64')]) {
    expect(everything).not.toContain(value);
  }
});

it('ends in the error that its error expression makes', async () => {
  service.answer = json(404, { reason: 'no such currency' });
  const run = await start();
  expect(await run.result()).toMatchObject({ reason: 'no such currency' });
  expect((await run.progress()).path).toContain('End_NoRate');
  expect(service.received).toHaveLength(1);
});

it('fails as http does where the expression says nothing', async () => {
  service.answer = json(400, { problem: 'p' });
  await expect((await start()).result()).rejects.toMatchObject({
    message: expect.stringContaining('400') as string,
  });
  expect(service.received).toHaveLength(1);
});
