import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Folder of the batonflow package: that of an installation, or of a clone. */
export const PACKAGE_ROOT = join(__dirname, '..', '..');

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string })
    .version;
}

/** Whether this is the source code of Baton rather than an installed package. */
export function isClone(): boolean {
  return !PACKAGE_ROOT.split(sep).includes('node_modules') && existsSync(join(PACKAGE_ROOT, 'tsconfig.json'));
}

/** The tarball that this installation came from; undefined if it came from a registry, or the tarball is gone. */
export function installedFrom(packageRoot = PACKAGE_ROOT): string | undefined {
  const modules = dirname(packageRoot);
  const lock = join(modules, '.package-lock.json');
  if (basename(modules) !== 'node_modules' || !existsSync(lock)) return undefined;
  const { packages = {} } = JSON.parse(readFileSync(lock, 'utf8')) as {
    packages?: Readonly<Record<string, { readonly resolved?: string }>>;
  };
  const { resolved = '' } = packages[`node_modules/${basename(packageRoot)}`] ?? {};
  if (!resolved.startsWith('file:')) return undefined;
  const tarball = resolve(dirname(modules), resolved.slice('file:'.length));
  return existsSync(tarball) ? tarball : undefined;
}
