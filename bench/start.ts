import { spawn } from 'node:child_process';
import { compare, table } from './figures';

const ROUNDS = 3;

/** `npm start -- --once` with a cached server: from the command to the first result. Seconds, not a ratio. */
export async function start(): Promise<void> {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seconds.push(await timeToFirstResult());
  const { q1, median, q3 } = compare(seconds);
  console.log(`\nnpm start -- --once, server cached, ${ROUNDS} rounds\n`);
  table(
    ['to first result', 'median', 'quartiles'],
    [['s', median.toFixed(1), `${q1.toFixed(1)}–${q3.toFixed(1)}`]],
  );
}

function timeToFirstResult(): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let first: number | undefined;
    const child = spawn('npm', ['start', '--', '--once'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk: Buffer) => {
      if (first === undefined && /^Result/m.test(chunk.toString()))
        first = (performance.now() - started) / 1000;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 && first !== undefined) resolve(first);
      else
        reject(
          new Error(`npm start -- --once ended with ${code} and ${first === undefined ? 'no' : 'a'} result`),
        );
    });
  });
}
