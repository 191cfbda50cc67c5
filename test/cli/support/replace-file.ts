import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a file in one step: whoever watches it sees it as it was or as it is now, never empty. */
export function replaceFile(path: string, content: string): void {
  const draft = join(tmpdir(), `baton-draft-${randomUUID()}`);
  writeFileSync(draft, content);
  mkdirSync(dirname(path), { recursive: true });
  renameSync(draft, path);
}
