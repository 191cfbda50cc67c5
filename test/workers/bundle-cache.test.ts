import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflows } from '../../src/workers/bundle';

/** Inside the repository, so that its packages can be imported. */
const cache = join(__dirname, '../../.cache');
let folder: string;
let file: string;
beforeEach(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'bundle-cache-'));
  process.env['BATON_BUNDLE_CACHE'] = join(folder, 'kept');
  file = write(
    'workflows.ts',
    "import { z } from 'zod';\nexport const one = async () => z.string().parse('one');",
  );
});
afterEach(() => {
  delete process.env['BATON_BUNDLE_CACHE'];
  rmSync(folder, { recursive: true });
});

const write = (name: string, code: string) => {
  writeFileSync(join(folder, name), code);
  return join(folder, name);
};
const kept = () => readdirSync(join(folder, 'kept'));
const bundled = async () => (await bundleWorkflows({ workflowsPath: file })).code;

test('what is made from the cache is the same, also when several make it at once', async () => {
  const first = await Promise.all([bundled(), bundled()]);
  const before = kept();
  expect(before).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
  expect(new Set([...first, await bundled()]).size).toBe(1);
  expect(kept()).toEqual(before);
});

test('code that has changed since is compiled anew, and its mistakes are found', async () => {
  await bundled();
  write('workflows.ts', "import { z } from 'zod';\nexport const two = async () => z.string().parse('two');");
  expect(await bundled()).toContain("parse('two')");
  write(
    'workflows.ts',
    "import { readFileSync } from 'node:fs';\nexport const two = async () => readFileSync('x');",
  );
  await expect(bundled()).rejects.toThrow('Workflow code must not reach fs');
  write('workflows.ts', "import { nobody } from 'zod';\nexport const two = async () => nobody;");
  await expect(bundled()).rejects.toThrow('nobody');
});

test('what could not be bundled leaves nothing behind', async () => {
  write('workflows.ts', "export { x } from './nowhere';");
  await expect(bundled()).rejects.toMatchObject({ code: 'bundle-failed' });
  expect(kept()).toEqual([]);
});
