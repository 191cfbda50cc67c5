import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { bundleWorkflowCode, type BundleOptions, type Logger } from '@temporalio/worker';
import { withBuiltInWorkflows } from './built-in-workflows';
import { bundleCache } from './bundle-cache';
import { observeBundling } from './bundle-observer';
import { describeProblems } from './bundle-problems';
import { WorkerError } from './errors';
import { withIncidentsByDefault } from './incidents-by-default';
import { preloaded, workflowInterceptors } from './plugin';

/** Workflow code made ready for a worker: pass it as `workflowBundle`, or write `code` to a file at build time. */
export interface WorkflowBundle {
  readonly code: string;
}

/** Options of Temporal's `bundleWorkflowCode`; its log goes nowhere unless a logger is given. */
export interface BundleWorkflowsOptions extends BundleOptions {
  /**
   * Whether failures of processes whose contract does not say stop only the branch that they are in, until a person has
   * dealt with them. Default: false, the run fails.
   */
  readonly incidents?: boolean;
}

/**
 * Bundles workflow code with Baton's interceptors, by Temporal's `bundleWorkflowCode`. Where `BATON_BUNDLE_CACHE` names a
 * folder, what was compiled of libraries is kept there for the next time, which then takes a third of the time.
 *
 * @throws WorkerError `bundle-failed`, with every problem found: syntax errors with file, line and frame, modules and
 *   exports that do not exist, and Node modules that workflow code reaches, each with the chain of imports to it
 * @example
 * const { code } = await bundleWorkflows({ workflowsPath: require.resolve('./workflows') });
 */
export async function bundleWorkflows({
  incidents = false,
  ...options
}: BundleWorkflowsOptions): Promise<WorkflowBundle> {
  const { workflowsPath } = options;
  if (!existsSync(workflowsPath)) {
    throw new WorkerError(
      `There is no workflow code at ${workflowsPath}. Give workflowsPath the absolute path of the file or folder ` +
        "that exports the workflow functions, as in require.resolve('./workflows').",
      { code: 'bundle-failed' },
    );
  }
  const observer = observeBundling(options);
  const cache = bundleCache({ own: options.webpackConfigHook === undefined });
  let made = false;
  try {
    const { code } = await bundleWorkflowCode({
      ...options,
      logger: options.logger ?? silent,
      preloadModules: [...(options.preloadModules ?? []), preloaded],
      workflowInterceptorModules: [...(options.workflowInterceptorModules ?? []), workflowInterceptors],
      webpackConfigHook: (config) =>
        withIncidentsByDefault(
          withBuiltInWorkflows(
            observer.attach(cache.attach(options.webpackConfigHook?.(config) ?? config)),
            workflowsPath,
          ),
          incidents,
        ),
    });
    made = true;
    return { code };
  } catch (cause) {
    const problems = observer.problems();
    if (problems.length === 0) throw cause;
    const shown = relative(process.cwd(), workflowsPath) || '.';
    throw new WorkerError(
      `The workflow code in ${shown} cannot be loaded.\n\n${describeProblems(problems)}`,
      {
        code: 'bundle-failed',
        cause,
      },
    );
  } finally {
    cache.settle(made);
  }
}

const nothing = (): void => undefined;
const silent: Logger = {
  log: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
};
