import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'libsql';
import type { Example } from '../runner/example';
import { exampleNames } from '../runner/find-examples';
import { startHttpService } from '../services/http-service';
import { startRepository } from '../services/repository';
import { startServices, type Service, type Services } from '../services/service';

const stock = () => startHttpService({ name: 'stock', description: 'Counts.', routes: () => undefined });
const repository = () => startRepository({ 'src/index.txt': 'hello' });

it('starts several services, with one environment, and stops them all', async () => {
  const services = await startServices({ stock, repository });
  const { url } = services.all.stock;
  const { folder } = services.all.repository;
  expect(services.env).toEqual({ STOCK_URL: url, REPOSITORY_URL: `file://${folder}` });
  expect((await fetch(`${url}/openapi.json`)).status).toBe(200);

  await services.stop();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  expect(existsSync(folder)).toBe(false);
});

it('leaves nothing behind when one of them does not start', async () => {
  let folder = '';
  const failing = startServices({
    broken: () => Promise.reject(new Error('no such disk')),
    repository: async () => {
      const started = await repository();
      folder = started.folder;
      return started;
    },
  });
  await expect(failing).rejects.toThrow('no such disk');
  expect(folder).not.toBe('');
  expect(existsSync(folder)).toBe(false);
});

it('has a repository with a history', async () => {
  const { commit, git, folder, stop } = await repository();
  const hash = await commit('Say more', { 'src/index.txt': 'hello, world', 'test/a.txt': '' });
  expect(hash).toMatch(/^[0-9a-f]{40}$/);
  expect(await git('log', '--format=%s by %an', 'main')).toBe(
    'Say more by Dana Developer\nFirst commit by Dana Developer',
  );
  expect(existsSync(join(folder, 'test/a.txt'))).toBe(true);
  await stop();
});

describe('the services of an example keep their data in a folder', () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'baton-services-'));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it.each(exampleNames())('%s', async (name) => {
    const { example } = (await import(join(__dirname, '../..', name, 'example'))) as {
      example: Example<Services>;
    };
    const first = await example.start(data);
    const before = rowsIn(first);
    for (const [, { database }] of withDatabase(first)) database.exec('create table left_here (n integer)');
    await first.stop();

    const second = await example.start(data);
    const after = rowsIn(second);
    await second.stop();
    expect(Object.keys(before)).not.toEqual([]);
    // What was there is there, and nothing is there twice.
    for (const [service, tables] of Object.entries(before)) {
      expect(after[service]).toEqual({ ...tables, left_here: 0 });
    }
  });
});

type WithDatabase = Service & { readonly database: Database.Database };

function withDatabase({ all }: Services): readonly (readonly [name: string, WithDatabase])[] {
  return Object.entries(all).filter((entry): entry is [string, WithDatabase] => 'database' in entry[1]);
}

/** How many rows each table of each service has. */
function rowsIn(services: Services): Record<string, Record<string, number>> {
  const counted = withDatabase(services).map(([name, { database }]) => {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    const rows = (tables as { name: string }[]).map((table) => {
      const { n } = database.prepare(`select count(*) as n from "${table.name}"`).get() as { n: number };
      return [table.name, n] as const;
    });
    return [name, Object.fromEntries(rows)] as const;
  });
  return Object.fromEntries(counted);
}
