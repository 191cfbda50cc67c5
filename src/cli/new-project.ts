import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { UsageError } from './errors';
import { installedFrom, isClone, PACKAGE_ROOT, packageVersion } from './package-info';
import type { TextFile } from './write-files';

/** What `baton init` copies: folder of this package → folder of the new project. */
const SOURCES: readonly { readonly from: string; readonly to: string }[] = [
  { from: join('templates', 'project'), to: '.' },
  { from: 'temporal-docker', to: 'temporal-docker' },
];

/** npm treats these names specially when it packs, so the templates carry others. */
const REAL_NAMES: Readonly<Record<string, string>> = {
  '_package.json': 'package.json',
  _gitignore: '.gitignore',
};

/**
 * The files of a new project, with its name filled in.
 *
 * @throws {UsageError} when the folder is not empty, or its name cannot be that of a package
 */
export function newProject(folder: string): readonly TextFile[] {
  const target = resolve(folder);
  const name = basename(target);
  refuseName(name);
  refuseOccupied(target);
  const values = { name, batonflow: dependency(target) };
  const files = SOURCES.flatMap(({ from, to }) => {
    const source = join(PACKAGE_ROOT, from);
    return filesBelow(source).map((file) => ({
      file: join(target, to, realName(relative(source, file))),
      content: fillIn(readFileSync(file, 'utf8'), values),
    }));
  });
  // npm links a dependency on a folder unless told otherwise, and then there would be two copies of Temporal's SDK.
  return isClone() ? [...files, { file: join(target, '.npmrc'), content: 'install-links=true\n' }] : files;
}

function refuseName(name: string): void {
  if (/^[a-z0-9][a-z0-9._-]{0,213}$/.test(name) && name !== 'node_modules') return;
  throw new UsageError(`"${name}" cannot be the name of a project.`, {
    hint: 'It becomes the name of an npm package: small letters, digits, dots, hyphens and underscores, first a letter or a digit.',
  });
}

/** A folder that holds nothing but a fresh git repository counts as empty. */
function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file.`);
  const [first] = readdirSync(folder).filter((name) => name !== '.git');
  if (first === undefined) return;
  throw new UsageError(`${folder} is not empty (there is ${first}).`, {
    hint: 'Name a folder that does not exist yet; nothing was written.',
  });
}

/** Where the new project gets this package from: the clone or the tarball that made it, else the registry. */
function dependency(target: string): string {
  const local = isClone() ? PACKAGE_ROOT : installedFrom();
  return local === undefined ? `^${packageVersion()}` : `file:${relative(target, local)}`;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function realName(path: string): string {
  const name = basename(path);
  return join(path, '..', REAL_NAMES[name] ?? name);
}

function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}
