import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CommandError, fileProblem } from './errors';
import { isFolder } from './paths';

export interface TextFile {
  /** Absolute path. */
  readonly file: string;
  readonly content: string;
}

/** Whether the file on disk has this content already. */
export function isUpToDate({ file, content }: TextFile): boolean {
  try {
    return readFileSync(file, 'utf8') === content;
  } catch {
    return false;
  }
}

/**
 * Writes all files or none: everything goes to temporary files first, which are renamed when all are complete. Files
 * that have their content already are not touched; missing folders are made.
 *
 * @returns the files that changed
 * @throws {CommandError} when a file cannot be written; nothing is left behind then
 */
export function writeFiles(files: readonly TextFile[]): readonly TextFile[] {
  const changed = files.filter((file) => !isUpToDate(file));
  const staged: { from: string; to: string }[] = [];
  const newFolders: string[] = [];
  try {
    for (const { file, content } of changed) {
      explained(file, () => {
        refuseFolder(file);
        makeFolders(dirname(file), newFolders);
        const from = `${file}.${process.pid}.tmp`;
        staged.push({ from, to: file });
        writeFileSync(from, content);
      });
    }
    for (const { from, to } of staged) explained(to, () => renameSync(from, to));
  } catch (error) {
    for (const { from } of staged) rmSync(from, { force: true });
    for (const folder of newFolders) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return changed;
}

/**
 * Makes a folder, if it is not there, and checks that files can be written in it.
 *
 * @throws {CommandError} when that is not so
 */
export function makeWritable(folder: string): void {
  explained(folder, () => {
    makeFolders(folder, []);
    accessSync(folder, constants.W_OK);
  });
}

/**
 * Makes a folder and what is missing above it, and notes the new ones. (Node's own recursive `mkdir` never returns where
 * the system answers "no such folder" for a parent that exists, as in /proc.)
 */
function makeFolders(folder: string, made: string[]): void {
  if (isFolder(folder)) return;
  if (existsSync(folder)) throw Object.assign(new Error('is a file'), { code: 'ENOTDIR' });
  makeFolders(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

/** Renaming onto a folder would fail only after other files are in place. */
function refuseFolder(file: string): void {
  if (isFolder(file)) {
    throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
  }
}

function explained(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${fileProblem(error)}.`, {
      hint: 'Make the folder writable for this user, or choose another one.',
      cause: error,
    });
  }
}
