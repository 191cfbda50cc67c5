import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ServerError, reasonOf } from '../errors';

/**
 * Folder in which Baton keeps the servers it downloaded or built: `BATON_CACHE`, else `batonflow` in the user's cache
 * folder of this operating system. It need not exist yet.
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['BATON_CACHE']) return resolve(env['BATON_CACHE']);
  return join(userCacheFolder(env, platform), 'batonflow');
}

function userCacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME'];
  const home = env['HOME'] ?? homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  return join(home, '.cache');
}

/** Creates `folder` and checks that files can be made in it; `what` and `remedy` go into the error's message. */
export function makeWritable(folder: string, what: string, remedy: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ServerError(`Cannot write to ${what} ${folder}: ${reasonOf(error)}. ${remedy}`, {
      code: 'folder-not-writable',
      cause: error,
    });
  }
}
