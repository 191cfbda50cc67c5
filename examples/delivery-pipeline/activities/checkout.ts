import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { env, reveal, type ActivityContext } from 'batonflow/activity';

const execute = promisify(execFile);
const repository = env('REPOSITORY_URL');

/** Files of a commit, in a folder of their own. */
export interface Checkout {
  readonly folder: string;
  /** Runs a program in the folder. It ends with the activity. */
  run(program: string, args: readonly string[], variables?: Readonly<Record<string, string>>): Promise<Ran>;
}

export interface Ran {
  readonly ok: boolean;
  /** The end of what it printed. */
  readonly output: string;
}

/** How often Temporal is told that work goes on; it must be more often than the heartbeat timeout. */
const HEARTBEAT_MS = 1_000;

/**
 * Fetches one commit, hands it to `work`, and removes it again. Nothing is left on the worker, so that another one can go
 * on with the next step.
 */
export async function withCheckout<T>(
  commit: string,
  { heartbeat, signal }: ActivityContext,
  work: (checkout: Checkout) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-checkout-'));
  const beating = setInterval(heartbeat, HEARTBEAT_MS);
  const git = (...args: string[]) => execute('git', args, { cwd: folder, signal });
  try {
    await git('init', '--quiet');
    await git('fetch', '--quiet', '--depth=1', reveal(repository), commit);
    await git('checkout', '--quiet', 'FETCH_HEAD');
    return await work({
      folder,
      async run(program, args, variables) {
        const options = { cwd: folder, signal, env: { ...process.env, ...variables } };
        try {
          const { stdout, stderr } = await execute(program, args, options);
          return { ok: true, output: endOf(stdout + stderr) };
        } catch (error) {
          signal.throwIfAborted();
          const { stdout, stderr } = error as { stdout?: string; stderr?: string };
          if (stdout === undefined || stderr === undefined) throw error;
          return { ok: false, output: endOf(stdout + stderr) };
        }
      },
    });
  } finally {
    clearInterval(beating);
    await rm(folder, { recursive: true, force: true });
  }
}

function endOf(text: string): string {
  return text.trim().slice(-1_000);
}
