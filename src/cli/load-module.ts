import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/cjs/api';
import { CommandError } from './errors';
import { shown } from './paths';

/**
 * Loads a TypeScript (or JavaScript) module of the project with tsx and returns its exports. Every call loads it, and
 * what it imports from the project, afresh, so that a change on disk is seen.
 *
 * @param esm whether the project's package.json says `"type": "module"`
 * @throws {CommandError} when the module cannot be loaded: syntax error, missing import, failure of its own
 */
export async function loadModule(file: string, esm: boolean): Promise<Readonly<Record<string, unknown>>> {
  try {
    return esm ? await importModule(file) : requireModule(file);
  } catch (error) {
    throw new CommandError(`${shown(file)} cannot be loaded: ${reason(error)}`, { cause: error });
  }
}

function requireModule(file: string): Record<string, unknown> {
  const scope = register({ namespace: randomUUID() });
  try {
    return scope.require(file, __filename) as Record<string, unknown>;
  } finally {
    scope.unregister();
  }
}

/** Loaded only where it is needed: it starts a loader thread. */
async function importModule(file: string): Promise<Record<string, unknown>> {
  const { tsImport } = await import('tsx/esm/api');
  const url = pathToFileURL(file).href;
  return (await tsImport(url, url)) as Record<string, unknown>;
}

/** The message without Node's list of requiring modules, which names only our loader. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\nRequire stack:')[0]?.trim() ?? message;
}
