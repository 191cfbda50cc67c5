import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { exampleNames } from '../runner/find-examples';

const root = join(__dirname, '../../..');

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly coverage: { readonly elements: { readonly missed: readonly string[] } };
  readonly scenarios: readonly { readonly file: string; readonly name: string; readonly failures: unknown }[];
}

it('the scenarios of all examples pass, by hand and from the diagram, and reach every element', async () => {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'test', 'examples', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [outcome, [code]] = await Promise.all([
    json(child.stdout) as Promise<Outcome>,
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  const { failed, coverage, scenarios } = outcome;
  expect({ code, failed, missed: coverage.elements.missed }).toEqual({ code: 0, failed: 0, missed: [] });
  for (const name of exampleNames()) {
    expect(scenarios).toContainEqual(
      expect.objectContaining({ file: expect.stringContaining(`examples/${name}/`) }),
    );
  }
}, 900_000);
