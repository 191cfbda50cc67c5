import { NativeConnection } from '@temporalio/worker';
import { Client, Connection } from '@temporalio/client';
import { checkServer, resolveServer } from 'batonflow/temporal';
import { createServer, type Server } from 'node:net';
import { firstLine, startProgram } from './processes';

const address = process.env['BATON_TEST_ADDRESS']!;
const environment = process.env;

function setEnvironment(variables: Record<string, string>): void {
  process.env = { ...environment, ...variables };
}
afterEach(() => {
  process.env = environment;
});

describe('the server that the environment names', () => {
  test('is used by clients and workers alike, and is not stopped', async () => {
    setEnvironment({ TEMPORAL_ADDRESS: address, BATON_UI_URL: 'http://ui.example/' });
    const server = await resolveServer();
    expect(server).toMatchObject({ address, namespace: 'default', dev: false, uiUrl: 'http://ui.example' });
    await server.stop();

    const connection = await Connection.connect(server.connectionOptions);
    await expect(new Client({ connection }).workflow.count("BatonProcess = 'x'")).resolves.toMatchObject({
      count: 0,
    });
    await connection.close();
    const native = await NativeConnection.connect(server.connectionOptions);
    await native.close();
  });

  test('is reached directly when it is on this machine, whatever proxy there is', async () => {
    setEnvironment({ TEMPORAL_ADDRESS: address, http_proxy: 'http://127.0.0.1:1' });
    const proxied = startProgram('resolve-server.js', [], process.env);
    await expect(firstLine(proxied)).resolves.toBe(address);
  });

  test('must have the namespace', async () => {
    setEnvironment({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'nowhere' });
    await expect(resolveServer()).rejects.toMatchObject({
      code: 'server-refused',
      message: `The Temporal server at ${address} has no namespace "nowhere". Set TEMPORAL_NAMESPACE to one that exists, or create it: temporal operator namespace create --address ${address} nowhere`,
    });
  });

  test('must speak TLS where TLS is asked for', async () => {
    setEnvironment({ TEMPORAL_ADDRESS: address.replace('127.0.0.1', 'localhost'), TEMPORAL_TLS: 'true' });
    await expect(resolveServer()).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringContaining('it does not speak TLS.\nTried: gRPC with TLS, without an API key'),
    });
  });
});

test('without one, a dev server is started in the namespace that the environment names', async () => {
  setEnvironment({ TEMPORAL_NAMESPACE: 'orders' });
  const server = await resolveServer({ port: 0, uiPort: 0 });
  expect(server).toMatchObject({ namespace: 'orders', dev: true, uiUrl: expect.stringMatching(/^http:/) });
  await server.stop();
});

describe('a server that does not answer', () => {
  let silent: Server;
  let port: number;
  beforeAll(async () => {
    // gRPC gives up without closing a connection that was never confirmed; the test must not wait for it.
    silent = createServer((socket) => socket.unref());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    port = (silent.address() as { port: number }).port;
  });
  afterAll(() => silent.close());

  const check = (target: string, options = {}) =>
    checkServer({ address: target, namespace: 'orders', connectionOptions: { address: target, ...options } });

  test('because nothing listens there', async () => {
    await expect(check('127.0.0.1:1', { apiKey: 'x' })).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringMatching(
        /^No Temporal server answers at 127\.0\.0\.1:1: connect ECONNREFUSED 127\.0\.0\.1:1\.\nTried: gRPC with TLS, with an API key, namespace "orders"\.\nCheck that the server runs/,
      ),
    });
  });

  test('because the name is unknown', async () => {
    await expect(check('no-such-host.invalid:7233')).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringContaining('Name resolution failed'),
    });
  });

  test('because the address is none', async () => {
    await expect(check('http://:::')).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringContaining('Invalid address'),
    });
  });

  test('because it is silent', async () => {
    await expect(check(`127.0.0.1:${String(port)}`)).rejects.toMatchObject({
      code: 'server-unreachable',
      message: expect.stringContaining('no answer within 8 s'),
    });
  });
});
