import { join } from 'node:path';
import { bundleWorkflows, isWorkerError, type WorkflowBundle } from 'batonflow/worker';
import { writeText } from '../work-folder';
import type { Prepared } from './prepare';

export interface Bundled {
  readonly workflowBundle: WorkflowBundle | undefined;
  readonly cases: readonly Prepared[];
  /** Generated code that cannot be loaded, with the reason. */
  readonly broken: ReadonlyMap<Prepared, string>;
}

/** One bundle of all cases, so that it is made and loaded once. Cases that spoil it are found by halving, and left out. */
export async function bundleCases(cases: readonly Prepared[], folder: string): Promise<Bundled> {
  const broken = new Map<Prepared, string>();
  const workflowBundle = await bundle(cases, folder, (one, why) => broken.set(one, why));
  const sound = cases.filter((one) => !broken.has(one));
  return {
    workflowBundle: workflowBundle ?? (await bundle(sound, folder, () => undefined)),
    cases: sound,
    broken,
  };
}

/** Undefined if it cannot be made; `onBroken` is then told of each case that is to blame. */
async function bundle(
  cases: readonly Prepared[],
  folder: string,
  onBroken: (one: Prepared, why: string) => void,
): Promise<WorkflowBundle | undefined> {
  const [first] = cases;
  if (!first) return undefined;
  const workflowsPath = join(folder, 'index.ts');
  writeText(workflowsPath, cases.map(exportLine).join('\n'));
  try {
    return await bundleWorkflows({
      workflowsPath,
      workflowInterceptorModules: [require.resolve('./interceptors')],
    });
  } catch (error) {
    if (!isWorkerError(error)) throw error;
    if (cases.length === 1) onBroken(first, error.message.replace(/\s+/g, ' '));
    else {
      const middle = Math.ceil(cases.length / 2);
      await bundle(cases.slice(0, middle), folder, onBroken);
      await bundle(cases.slice(middle), folder, onBroken);
    }
    return undefined;
  }
}

function exportLine({ module, processes }: Prepared): string {
  const names = processes.map(({ workflowType }) => workflowType);
  return `export { ${names.join(', ')} } from ${JSON.stringify(module)};`;
}
