import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compare, ratios, table } from '../figures';
import { CHECKS, scenariosOf } from './checks';

const ROOT = join(__dirname, '..', '..');
const PAIRS = 3;

interface Timing {
  /** Seconds from the command to the first result. */
  readonly startUp: number;
  /** Checks that came after the first, per second. */
  readonly perSecond: number;
  readonly total: number;
}

/** `baton test` against the same checks as jest tests with `@temporalio/testing`, in pairs: who goes first alternates. */
export async function scenarios(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  try {
    const file = join(folder, 'order.scenarios.yaml');
    writeFileSync(file, scenariosOf(`${relative(folder, join(__dirname, 'order.ts'))}#order`));
    const baton = () => batonTest(file);
    const jest = () => jestByHand(join(folder, 'times'));
    const pairs: (readonly [Timing, Timing])[] = [];
    for (let round = 0; round < PAIRS; round++) {
      const early = round % 2 === 0 ? await baton() : undefined;
      const theirs = await jest();
      pairs.push([early ?? (await baton()), theirs]);
    }
    print(pairs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(pairs: readonly (readonly [Timing, Timing])[]): void {
  console.log(
    `\n${CHECKS} checks: baton test, and jest with @temporalio/testing by hand; ${pairs.length} pairs\n`,
  );
  const row = (name: string, pick: (timing: Timing) => number) => [
    name,
    ...([0, 1] as const).map((side) => compare(pairs.map((pair) => pick(pair[side]))).median.toFixed(1)),
    ratios(pairs.map(([baton, jest]) => pick(baton) / pick(jest))),
  ];
  table(
    ['', 'baton test', 'by hand', 'ratio (median, quartiles)'],
    [
      row('to the first result, s', ({ startUp }) => startUp),
      row('checks per second after that', ({ perSecond }) => perSecond),
      row('in all, s', ({ total }) => total),
    ],
  );
}

async function batonTest(file: string): Promise<Timing> {
  const times: number[] = [];
  const began = Date.now();
  await run(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'test', file], {}, (text) => {
    for (const line of text.split('\n')) if (line.startsWith('✓')) times.push(Date.now());
  });
  return timing(began, times);
}

async function jestByHand(times: string): Promise<Timing> {
  rmSync(times, { force: true });
  const began = Date.now();
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const config = join(__dirname, 'jest.config.cjs');
  await run(process.execPath, [jest, '--config', config, '--maxWorkers=2'], { BENCH_TIMES: times });
  return timing(began, readFileSync(times, 'utf8').trim().split('\n').map(Number));
}

function timing(began: number, times: readonly number[]): Timing {
  if (times.length !== CHECKS) throw new Error(`${times.length} of ${CHECKS} checks have passed.`);
  const sorted = [...times].sort((a, b) => a - b);
  const [first = began, last = began] = [sorted[0], sorted.at(-1)];
  return {
    startUp: (first - began) / 1000,
    perSecond: ((CHECKS - 1) / (last - first)) * 1000,
    total: (Date.now() - began) / 1000,
  };
}

/** @throws Error with what it printed, when a command fails */
function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onText: (text: string) => void = () => undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        onText(text);
      });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(' ')} ended with ${code}:\n${printed}`));
    });
  });
}
