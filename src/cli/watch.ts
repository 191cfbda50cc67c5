import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesBelow } from './files-below';

/** How often folders are looked at. */
const INTERVAL_MS = 400;

/**
 * Yields the files below `folders` that were added, changed or removed since the call, each time there are any, until
 * `signal` aborts. Changes made while the consumer is busy come in the next round, together.
 *
 * Looks at times and sizes instead of asking the system for events: those differ per platform, get lost with editors
 * that replace files, and don't come at all from mounted folders. A project's sources are a few hundred files.
 */
export function changes(folders: readonly string[], signal: AbortSignal): AsyncIterable<readonly string[]> {
  return changesSince(snapshot(folders), folders, signal);
}

async function* changesSince(
  start: Snapshot,
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly string[]> {
  let before = start;
  while (!signal.aborted) {
    await sleep(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    const now = snapshot(folders);
    const changed = differences(before, now);
    before = now;
    if (changed.length > 0 && !signal.aborted) yield changed;
  }
}

type Snapshot = ReadonlyMap<string, string>;

function snapshot(folders: readonly string[]): Snapshot {
  return new Map(folders.flatMap((folder) => filesBelow(folder)).map((file) => [file, stamp(file)]));
}

/** A file may vanish between listing and looking. */
function stamp(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}` : 'gone';
}

function differences(before: Snapshot, now: Snapshot): readonly string[] {
  const files = new Set([...before.keys(), ...now.keys()]);
  return [...files].filter((file) => before.get(file) !== now.get(file));
}
