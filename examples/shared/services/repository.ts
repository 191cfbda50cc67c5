import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Service } from './service';

const run = promisify(execFile);

/** Contents by path in the repository. */
export type Files = Readonly<Record<string, string>>;

/** A git repository on this machine, which others clone and fetch by `REPOSITORY_URL`. */
export interface Repository extends Service {
  /** `file://…` */
  readonly url: string;
  /** Its working copy. */
  readonly folder: string;
  /** Writes files and commits them to the branch `main`; resolves to the commit's full hash. */
  commit(message: string, files: Files): Promise<string>;
  /** Runs git in the working copy; resolves to what it prints. */
  git(...args: string[]): Promise<string>;
}

/**
 * Makes a repository in a folder of its own, which is removed by `stop`. Needs `git`.
 *
 * @param files its first commit
 */
export async function startRepository(files: Files): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-repository-'));
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, { cwd: folder, env: { ...process.env, ...quiet } });
    return stdout.trim();
  };
  const commit = async (message: string, changed: Files) => {
    for (const [path, content] of Object.entries(changed)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', message);
    return git('rev-parse', 'HEAD');
  };
  const stop = () => rm(folder, { recursive: true, force: true });
  try {
    await git('init', '--quiet', '--initial-branch=main');
    await commit('First commit', files);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `file://${folder}`;
  return { url, folder, env: { REPOSITORY_URL: url }, commit, git, stop };
}

/** What the person at this machine has configured does not matter here. */
const quiet = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Dana Developer',
  GIT_AUTHOR_EMAIL: 'dana@example.com',
  GIT_COMMITTER_NAME: 'Dana Developer',
  GIT_COMMITTER_EMAIL: 'dana@example.com',
};
