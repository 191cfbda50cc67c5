import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { findExample } from './find-examples';

const repository = resolve(__dirname, '..', '..', '..');

/**
 * Starts the services of an example, and then `baton dev` for it, which starts the rest and runs its client. The
 * services outlive the worker: it can be killed, and changed, while work is under way. What they keep stays there for the
 * next start, as the runs do.
 *
 * @param options - for `baton dev`, such as `--once`
 * @returns the exit code of `baton dev`
 */
export async function serveExample(name: string, options: readonly string[]): Promise<number> {
  const { folder, example } = await findExample(name);
  const services = await example.start(join(folder, '.baton', 'services'));
  try {
    for (const [variable, value] of Object.entries(services.env)) console.log(`${variable}=${value}`);
    const baton = join(repository, 'dist', 'cli', 'main.js');
    const dev = spawn(process.execPath, [baton, 'dev', folder, '--run', 'client/start.ts', ...options], {
      env: { ...process.env, ...services.env },
      stdio: 'inherit',
    });
    // Ctrl-C in a terminal reaches both; this one waits until the other has ended in order.
    process.on('SIGINT', () => undefined);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => dev.kill(signal));
    const [code] = (await once(dev, 'exit')) as [number | null];
    return code ?? 1;
  } finally {
    await services.stop();
  }
}
