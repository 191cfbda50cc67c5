import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compare, table } from '../figures';
import type { Taken } from './one';

const SIZES = [10, 100, 1_000, 10_000];
/** What growth is measured against: smaller diagrams are mostly warming up. */
const REFERENCE = 1_000;

/** Time and memory of compiling generated diagrams, and whether they grow linearly. */
export function compiling(): Promise<void> {
  const taken = new Map(SIZES.map((size) => [size, measure(size)]));
  const milliseconds = (size: number) => compare(taken.get(size)?.milliseconds ?? []).median;
  const [smallest = 0] = SIZES;
  const extra = (size: number) => (taken.get(size)?.kilobytes ?? 0) - (taken.get(smallest)?.kilobytes ?? 0);

  console.log('\nCompile: generated diagrams; each size in a process of its own, median of its rounds\n');
  table(
    [
      'elements',
      'lines of code',
      'ms',
      'ms per element',
      `ratio to ${REFERENCE}`,
      'MB at most',
      'kB per element',
    ],
    SIZES.map((size) => [
      size,
      taken.get(size)?.linesOfCode,
      milliseconds(size).toFixed(0),
      (milliseconds(size) / size).toFixed(3),
      (milliseconds(size) / size / (milliseconds(REFERENCE) / REFERENCE)).toFixed(2),
      ((taken.get(size)?.kilobytes ?? 0) / 1024).toFixed(0),
      size === smallest ? '' : (extra(size) / size).toFixed(1),
    ]),
  );
  return Promise.resolve();
}

function measure(elements: number): Taken {
  const rounds = Math.max(3, Math.min(20, 10_000 / elements));
  const args = ['--import', 'tsx', join(__dirname, 'one.ts'), String(elements), String(rounds)];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(output) as Taken;
}
