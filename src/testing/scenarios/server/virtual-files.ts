import { Stats } from 'node:fs';
import type { BundleOptions } from '@temporalio/worker';

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
type PluginFunction = Extract<NonNullable<Config['plugins']>[number], (this: never, compiler: never) => void>;
type Compiler = Parameters<PluginFunction>[0];
type Callback = (error: unknown, result?: unknown) => void;
type Method = (path: string, ...rest: unknown[]) => void;

/**
 * Lays files over those on disk: what a diagram compiles to is bundled from where it would be written, so that whatever
 * imports it gets it, and nothing is written.
 *
 * @param files contents by absolute path
 */
export function withVirtualFiles(config: Config, files: ReadonlyMap<string, string>): Config {
  return {
    ...config,
    plugins: [
      ...(config.plugins ?? []),
      (compiler: Compiler) => {
        // Temporal's bundler sets the file system when the plugins have been called.
        compiler.hooks.beforeRun.tap('batonflow-scenarios', () => overlay(compiler, files));
      },
    ],
  };
}

function overlay(compiler: Compiler, files: ReadonlyMap<string, string>): void {
  const disk = compiler.inputFileSystem as unknown as Readonly<Record<string, Method>>;
  const answered = (name: string, answer: (content: string) => unknown): Method => {
    const real = disk[name]?.bind(disk);
    return (path, ...rest) => {
      const content = files.get(path);
      if (content === undefined) return real?.(path, ...rest);
      const callback = rest.at(-1) as Callback;
      process.nextTick(() => {
        try {
          callback(null, answer(content));
        } catch (error) {
          callback(error);
        }
      });
    };
  };
  const own: Record<string, Method> = {
    readFile: answered('readFile', (content) => Buffer.from(content)),
    stat: answered('stat', fileStats),
    lstat: answered('lstat', fileStats),
    readlink: answered('readlink', () => {
      throw Object.assign(new Error('not a link'), { code: 'EINVAL' });
    }),
    readJson: answered('readJson', (content) => JSON.parse(content) as unknown),
  };
  compiler.inputFileSystem = new Proxy(disk, {
    get: (target, key: string) => own[key] ?? bound(target, key),
  }) as unknown as Compiler['inputFileSystem'];
}

function bound(target: Readonly<Record<string, Method>>, key: string): unknown {
  const value: unknown = target[key];
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

function fileStats(content: string): Stats {
  const stats = Object.create(Stats.prototype) as Stats;
  return Object.assign(stats, {
    size: Buffer.byteLength(content),
    mtime: new Date(0),
    mtimeMs: 0,
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  });
}
