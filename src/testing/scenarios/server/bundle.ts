import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { BundleOptions } from '@temporalio/worker';
import { bundleWorkflows, isWorkerError, type WorkflowBundle } from '../../../workers';
import { withVirtualFiles } from './virtual-files';

/** Workflow code that is to be in a bundle. */
export interface Code {
  /** Module of workflow functions; absolute. */
  readonly module: string;
  /** Those that are exported; undefined: all. */
  readonly names: readonly string[] | undefined;
}

export interface Bundled {
  /** Undefined if nothing of it can be loaded. */
  readonly workflowBundle: WorkflowBundle | undefined;
  /** Code that cannot be loaded, with the reason. */
  readonly broken: ReadonlyMap<Code, string>;
}

/**
 * One bundle of everything, so that it is made and loaded once. Code that spoils it is found by halving, and left out.
 *
 * @param files compiled code by the absolute paths where it would be, laid over what is on disk
 */
export async function bundleCode(
  code: readonly Code[],
  files: ReadonlyMap<string, string>,
): Promise<Bundled> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-test-'));
  try {
    const broken = new Map<Code, string>();
    const whole = await bundle(code, files, folder, (one, why) => broken.set(one, why));
    const sound = code.filter((one) => !broken.has(one));
    const workflowBundle = whole ?? (await bundle(sound, files, folder, () => undefined));
    return { workflowBundle, broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Undefined if it cannot be made; `onBroken` is then told of the code that is to blame. */
async function bundle(
  code: readonly Code[],
  files: ReadonlyMap<string, string>,
  folder: string,
  onBroken: (one: Code, why: string) => void,
): Promise<WorkflowBundle | undefined> {
  const [first] = code;
  if (!first) return undefined;
  const workflowsPath = join(folder, 'index.ts');
  writeFileSync(workflowsPath, [...code.map(exportLine), exportLine(stubbedProcess)].join('\n'));
  try {
    return await bundleWorkflows({
      workflowsPath,
      workflowInterceptorModules: [require.resolve('../sandbox/interceptors')],
      webpackConfigHook: (config) => withVirtualFiles(withOwnPackage(config), files),
    });
  } catch (error) {
    if (!isWorkerError(error)) throw error;
    if (code.length === 1) onBroken(first, error.message.replaceAll(`${folder}/`, ''));
    else {
      const middle = Math.ceil(code.length / 2);
      await bundle(code.slice(0, middle), files, folder, onBroken);
      await bundle(code.slice(middle), files, folder, onBroken);
    }
    return undefined;
  }
}

const stubbedProcess: Code = {
  module: require.resolve('../sandbox/stubbed-process'),
  names: ['batonStubbedProcess'],
};

function exportLine({ module, names }: Code): string {
  return `export ${names ? `{ ${names.join(', ')} }` : '*'} from ${JSON.stringify(module)};`;
}

type Config = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

const ROOT = resolve(__dirname, '../../../..');

/** The entry points of this package, as they are installed: `batonflow/workflow$` → its file. */
function ownModules(): Readonly<Record<string, string>> {
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string>>;
  };
  const modules = Object.entries(exports).filter(([, file]) => file.endsWith('.js'));
  return Object.fromEntries(modules.map(([entry, file]) => [`${name}${entry.slice(1)}$`, join(ROOT, file)]));
}

/** Diagrams also run from folders where nothing is installed: by this package and what comes with it. */
function withOwnPackage(config: Config): Config {
  const given = config.resolve ?? {};
  const alias = { ...(given.alias as Record<string, string>), ...ownModules() };
  const installed = require.resolve.paths('zod') ?? [dirname(__filename)];
  return {
    ...config,
    resolve: { ...given, alias, modules: [...(given.modules ?? ['node_modules']), ...installed] },
  };
}
