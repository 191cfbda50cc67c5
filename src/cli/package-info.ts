import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

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
