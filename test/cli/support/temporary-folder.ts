import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from './replace-file';

/** A folder for one test, removed after it. Call it in a `describe` or at the top of a file. */
export function temporaryFolder(): {
  path(...parts: string[]): string;
  write(files: Record<string, string>): void;
} {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'baton-cli-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (...parts: string[]) => join(folder, ...parts);
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) replaceFile(path(name), content);
    },
  };
}
