import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { changes } from '../../src/cli/watch';
import { temporaryFolder } from './support/temporary-folder';

const folder = temporaryFolder();

test('yields what was added, changed and removed, without installed and hidden files', async () => {
  folder.write({ 'changed.ts': '1', 'removed.ts': '', 'same.ts': '' });
  const stop = new AbortController();
  const watched = changes([folder.path()], stop.signal)[Symbol.asyncIterator]();
  folder.write({ 'sub/added.ts': '', 'node_modules/x/index.js': '', '.baton/temporal.db': '' });
  writeFileSync(folder.path('changed.ts'), '2');
  utimesSync(folder.path('changed.ts'), 1, 1);
  rmSync(folder.path('removed.ts'));
  const { value } = await watched.next();
  expect([...(value ?? [])].sort()).toEqual(
    ['changed.ts', 'removed.ts', 'sub/added.ts'].map((name) => folder.path(name)),
  );
  stop.abort();
  expect(await watched.next()).toEqual({ done: true, value: undefined });
});

test('changes made while the consumer is busy come together in the next round', async () => {
  const stop = new AbortController();
  const watched = changes([folder.path()], stop.signal)[Symbol.asyncIterator]();
  folder.write({ 'one.ts': '' });
  await watched.next();
  folder.write({ 'two.ts': '' });
  folder.write({ 'three.ts': '' });
  const { value } = await watched.next();
  expect([...(value ?? [])].sort()).toEqual([folder.path('three.ts'), folder.path('two.ts')]);
  stop.abort();
});
