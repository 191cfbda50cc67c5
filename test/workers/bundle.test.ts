import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundleWorkflows } from '../../src/workers/bundle';

/** Inside the repository, so that its packages can be imported. */
const cache = join(__dirname, '../../.cache');
let folder: string;
beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'bundle-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}
const shown = (name: string) => relative(process.cwd(), join(folder, name));

async function problemsOf(workflowsPath: string): Promise<string> {
  const error: unknown = await bundleWorkflows({ workflowsPath }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'WorkerError', code: 'bundle-failed' });
  return (error as Error).message;
}

test('workflow code becomes one script, with the interceptors and nothing of the log', async () => {
  const file = write('good.ts', 'export async function good(): Promise<number> { return 1; }');
  const { code } = await bundleWorkflows({ workflowsPath: file });
  expect(code).toContain('good.ts');
  expect(code).toContain('baton-key');
});

test('a Node module is told with the chain of imports to it', async () => {
  write(
    'store.ts',
    "import { readFileSync } from 'node:fs';\nimport os from 'os';\nexport const read = () => [readFileSync, os];",
  );
  write('middle.ts', "import { read } from './store';\nexport const middle = () => read();");
  const file = write(
    'reaches.ts',
    "import { middle } from './middle';\nexport const run = async () => middle();",
  );
  const message = await problemsOf(file);
  expect(message).toContain(
    [
      `The workflow code in ${shown('reaches.ts')} cannot be loaded.`,
      '',
      '1. Workflow code must not reach fs, os:',
      `     ${shown('reaches.ts')}`,
      `     → ${shown('middle.ts')}`,
      `     → ${shown('store.ts')}`,
      '     → fs, os',
    ].join('\n'),
  );
  expect(message).toContain('Do such work in activities');
});

test('a library that reaches many is one problem', async () => {
  const file = write(
    'library.ts',
    "import * as tool from 'tsx/cjs/api';\nexport const run = async () => tool;",
  );
  const message = await problemsOf(file);
  expect(message).toMatch(/^1\. Workflow code must not reach .* and \d+ more:$/m);
  expect(message).toContain('→ tsx\n');
  expect(message).not.toMatch(/^2\. /m);
});

test('an ignored module is no problem', async () => {
  const file = write('ignores.ts', "import os from 'os';\nexport const run = async () => os;");
  await expect(bundleWorkflows({ workflowsPath: file, ignoreModules: ['os'] })).resolves.toBeDefined();
});

test('a syntax error is shown with file, line and code', async () => {
  const file = write('syntax.ts', 'export async function run() {\n  const x = ;\n}\n');
  const message = await problemsOf(file);
  expect(message).toContain(`${shown('syntax.ts')}:2:`);
  expect(message).toContain('const x = ;');
  expect(message).not.toContain('Stack backtrace');
});

test('all missing modules and exports are told', async () => {
  write('values.ts', 'export const here = 1;\nexport type Shape = number;');
  const file = write(
    'missing.ts',
    [
      "import { nowhere } from './nowhere';",
      "import left from 'left-pad-that-is-not-there';",
      "import { here, gone, type Shape } from './values';",
      'export const run = async (shape: Shape) => [nowhere, left, here, gone, shape];',
    ].join('\n'),
  );
  const message = await problemsOf(file);
  expect(message).toContain(`${shown('missing.ts')} imports "./nowhere", which does not exist.`);
  expect(message).toContain('imports "left-pad-that-is-not-there", which is not installed');
  expect(message).toContain(
    "'gone' (imported as 'gone') was not found in './values' (possible exports: here)",
  );
});

test('a path without workflow code is told', async () => {
  expect(await problemsOf(join(folder, 'none.ts'))).toContain(
    `no workflow code at ${join(folder, 'none.ts')}`,
  );
});
