import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionFromEnv } from '../../src/temporal/connection/environment';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-env-'));
  file = join(folder, 'temporal.toml');
  writeFileSync(file, '[profile.default]\nnamespace = "orders"\n[profile.prod]\naddress = "prod:7233"\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('nothing set: a local server, not configured', () => {
  expect(connectionFromEnv({ HOME: folder })).toEqual({
    configured: false,
    address: '127.0.0.1:7233',
    namespace: 'default',
    connectionOptions: { address: '127.0.0.1:7233' },
  });
});

test('TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE', () => {
  expect(connectionFromEnv({ TEMPORAL_ADDRESS: 'host:1', TEMPORAL_NAMESPACE: 'orders' })).toEqual({
    configured: true,
    address: 'host:1',
    namespace: 'orders',
    connectionOptions: { address: 'host:1' },
  });
});

test('an empty variable is one that is not set', () => {
  expect(connectionFromEnv({ TEMPORAL_ADDRESS: '', TEMPORAL_API_KEY: '' })).toMatchObject({
    configured: false,
    connectionOptions: { address: '127.0.0.1:7233' },
  });
});

test('an API key turns TLS on', () => {
  const { connectionOptions } = connectionFromEnv({ TEMPORAL_ADDRESS: 'host:1', TEMPORAL_API_KEY: 'secret' });
  expect(connectionOptions).toEqual({ address: 'host:1', apiKey: 'secret', tls: true });
});

test('TLS with client certificate, from files', () => {
  writeFileSync(join(folder, 'cert'), 'CERT');
  writeFileSync(join(folder, 'key'), 'KEY');
  const { connectionOptions } = connectionFromEnv({
    TEMPORAL_ADDRESS: 'host:1',
    TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, 'cert'),
    TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'key'),
    TEMPORAL_TLS_SERVER_NAME: 'temporal.internal',
  });
  expect(connectionOptions.tls).toMatchObject({
    serverNameOverride: 'temporal.internal',
    clientCertPair: { crt: new TextEncoder().encode('CERT'), key: new TextEncoder().encode('KEY') },
  });
});

test('metadata', () => {
  const env = { TEMPORAL_ADDRESS: 'host:1', TEMPORAL_GRPC_META_X_TENANT: 'acme' };
  expect(Object.values(connectionFromEnv(env).connectionOptions.metadata ?? {})).toEqual(['acme']);
});

test('a profile of temporal.toml', () => {
  expect(connectionFromEnv({ TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'prod' })).toMatchObject({
    configured: true,
    address: 'prod:7233',
  });
  expect(connectionFromEnv({ TEMPORAL_CONFIG_FILE: file })).toMatchObject({
    configured: false,
    namespace: 'orders',
  });
});

test.each([
  ['an unknown profile', { TEMPORAL_PROFILE: 'nope' }, "Profile 'nope' not found"],
  ['a missing certificate', { TEMPORAL_ADDRESS: 'h:1', TEMPORAL_TLS_CLIENT_CERT_PATH: '/nope' }, '/nope'],
])('%s is an error that says so', (_, env, text) => {
  expect(() => connectionFromEnv({ TEMPORAL_CONFIG_FILE: file, ...env })).toThrow(
    expect.objectContaining({ code: 'bad-setting', message: expect.stringContaining(text) }),
  );
});
