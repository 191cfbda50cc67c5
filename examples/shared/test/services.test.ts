import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startHttpService } from '../services/http-service';
import { startRepository } from '../services/repository';
import { startServices } from '../services/service';

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
