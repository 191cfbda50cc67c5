import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as vm from 'node:vm';
import { transformSync } from '@swc/core';

/**
 * Workflow code in a V8 context of its own, as Temporal's worker has it: the real SDK and the real runtime helpers,
 * loaded from their files instead of a bundle. Calls return when every microtask that they caused has run.
 */
export interface Sandbox {
  /** Calls a function that a module of the sandbox exports. */
  call(module: string, name: string, ...args: unknown[]): unknown;
  /** What a module exports. */
  exports(module: string): Record<string, unknown>;
  /** Adds or replaces a module given as TypeScript, under the name by which others import it. */
  define(name: string, source: string): void;
  readonly globals: Record<string, unknown>;
}

const SRC = join(__dirname, '../../src');

/** What emitted code imports, and Temporal's bundle would resolve. */
const PACKAGE: Readonly<Record<string, string>> = {
  'batonflow/workflow': join(SRC, 'workflows/index.ts'),
  'batonflow/contract': join(SRC, 'shared/index.ts'),
};

/** How often one call may enter a loop or a function of emitted code: an endless loop must not hang the tests. */
const FUEL = 20_000;

export function createSandbox(): Sandbox {
  const context = vm.createContext(
    { AsyncLocalStorage, TextEncoder, TextDecoder, URL, URLSearchParams, AbortController, console },
    { microtaskMode: 'afterEvaluate' },
  );
  const loaded = new Map<string, { exports: Record<string, unknown> }>();
  const sources = new Map<string, string>();

  const load = (path: string): Record<string, unknown> => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    const code = codeOf(path, sources.get(path));
    const wrapper = new vm.Script(`(function (exports, require, module) {${code}\n})`, { filename: path });
    loaded.set(path, module);
    const run = wrapper.runInContext(context) as (...args: unknown[]) => void;
    run(module.exports, (name: string) => load(resolve(name, path)), module);
    return module.exports;
  };
  const resolve = (name: string, from: string): string => {
    if (loaded.has(name) || sources.has(name)) return name;
    const file = PACKAGE[name] ?? join(dirname(from), name);
    if (file.endsWith('.ts')) return file;
    if (name.startsWith('.')) {
      const found = [`${file}.ts`, `${file}/index.ts`].find((path) => existsSync(path));
      if (found !== undefined) return found;
    }
    return createRequire(existsSync(from) ? from : __filename).resolve(name);
  };
  // The SDK asks for converters that a bundle may have.
  for (const name of ['payload', 'failure']) sources.set(`__temporal_custom_${name}_converter`, '');

  const callScript = new vm.Script('__call()');
  const call = (path: string, name: string, ...args: unknown[]): unknown => {
    const fn = load(path)[name] as (...args: unknown[]) => unknown;
    context.__call = () => fn(...args);
    let fuel = FUEL;
    context.__tick = () => {
      if (fuel-- === 0) throw new Error('The emitted code runs in circles without waiting for anything.');
    };
    return callScript.runInContext(context);
  };
  const sdk = (path: string) => createRequire(__filename).resolve(`@temporalio/workflow/lib/${path}`);
  call(sdk('global-overrides.js'), 'overrideGlobals');

  return {
    globals: context,
    call,
    exports: (module) => load(module),
    define: (name, source) => {
      sources.set(name, source);
      loaded.delete(name);
    },
  };
}

function codeOf(path: string, defined: string | undefined): string {
  if (defined !== undefined) return toCommonJs(withTicks(defined));
  const source = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) return `module.exports = ${source}`;
  return path.endsWith('.ts') ? toCommonJs(source) : source;
}

/** `timeout` of node:vm would do as well, but starts a thread at every call. */
function withTicks(source: string): string {
  return source.replace(/^.*(while \(.*\)|\bdo|^ *\)|function \w+\(.*\).*) \{$/gm, '$& __tick();');
}

function toCommonJs(source: string): string {
  return transformSync(source, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    swcrc: false,
    configFile: false,
  }).code;
}
