import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BundleOptions } from '@temporalio/worker';

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** What bundling has compiled of libraries, kept in a folder for the next time. */
export interface BundleCache {
  /** The configuration with the cache in it. */
  attach(config: Config): Config;
  /** Called when bundling is over: keeps what was compiled, if this was the first time and nothing was wrong. */
  settle(made: boolean): void;
}

const nothing = (): void => undefined;
const none: BundleCache = { attach: (config) => config, settle: nothing };

/**
 * The cache in the folder that `BATON_BUNDLE_CACHE` names; none without it. The first bundling with the same versions
 * makes it, all later ones only read it, so that many may at once. It is webpack's own: a file that has changed since is
 * compiled anew.
 *
 * @param own whether the configuration is only ours: then what is compiled is good for others as well
 */
export function bundleCache({ own }: { readonly own: boolean }): BundleCache {
  const folder = process.env['BATON_BUNDLE_CACHE'];
  if (!folder) return none;
  const name = nameOfCache();
  const kept = resolve(folder, name);
  if (existsSync(kept)) return { attach: (config) => cached(config, kept, name, true), settle: nothing };
  if (!own) return none;
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(resolve(folder), 'draft-'));
  return {
    attach: (config) => cached(config, draft, name, false),
    settle(made) {
      try {
        // By renaming, so that nobody reads half of it. Where somebody was quicker, it fails, and theirs is as good.
        if (made) renameSync(draft, kept);
      } catch {
        made = false;
      } finally {
        if (!made) rmSync(draft, { recursive: true, force: true });
      }
    },
  };
}

function cached(config: Config, cacheDirectory: string, name: string, readonly: boolean): Config {
  return {
    ...config,
    cache: { type: 'filesystem', cacheDirectory, name, readonly },
    // What cannot be read is compiled; nobody needs to know.
    infrastructureLogging: { level: 'none' },
  };
}

/** Of Temporal's bundler, of Node and of this package, each with where it is. */
function nameOfCache(): string {
  const bundler = require.resolve('@temporalio/worker/package.json');
  const facts = [bundler, readFileSync(bundler, 'utf8'), process.version, __dirname];
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 16);
}
