import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

// In a process of its own: jest loads no ES modules, which openapi-typescript is.
it("types of the examples' services are current; `npm run openapi` writes them", async () => {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const main = join(__dirname, '../openapi/main.ts');
  const child = spawn(process.execPath, ['--import', tsx, main, '--check'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], out, err] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  expect(`${out}${err}`).toMatch(/payment\.ts is current/);
  expect(`${out}${err}`).not.toContain('not current');
  expect(code).toBe(0);
});
