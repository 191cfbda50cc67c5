/*
 * Stops with a clear message on a Node that is too old. Loaded first, and written so that such a Node can still run it:
 * no syntax newer than ES2015, no dependencies.
 */
import { readFileSync } from 'fs';
import { join } from 'path';

/** Parts of a version as numbers: `v20.19.1` → `[20, 19, 1]`. */
function numbers(version: string): number[] {
  return version
    .replace(/^[^0-9]*/, '')
    .split('.')
    .map(Number);
}

function isOlder(version: string, minimum: string): boolean {
  const actual = numbers(version);
  const wanted = numbers(minimum);
  for (let i = 0; i < wanted.length; i++) {
    const difference = Number(actual[i]) - Number(wanted[i]);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
  engines: { node: string };
};

if (isOlder(process.versions.node, manifest.engines.node)) {
  console.error(
    'error: baton needs Node ' + manifest.engines.node + ', this is ' + process.versions.node + '.',
  );
  console.error(
    '  Install a newer Node from https://nodejs.org, or switch to one with your version manager.',
  );
  process.exit(1);
}
