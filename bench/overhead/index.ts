import { bundleWorkflowCode, DefaultLogger, type BundlerPlugin } from '@temporalio/worker';
import { batonPlugin } from 'batonflow/worker';
import { join } from 'node:path';
import { sideBySide } from '../side-by-side';
import * as activities from './activities';

/** What Baton's SDK costs against the same workflow in raw @temporalio. */
export async function overhead(): Promise<void> {
  const quiet = new DefaultLogger('ERROR');
  const bundle = (file: string, plugins: BundlerPlugin[] = []) =>
    bundleWorkflowCode({ workflowsPath: join(__dirname, file), logger: quiet, plugins });
  const input = { n: 0 };
  await sideBySide(
    'Code-first SDK against raw @temporalio: 10 activities in a row',
    [
      {
        name: 'raw',
        type: 'viaRaw',
        input,
        bundle: await bundle('raw.ts'),
        worker: { activities: { rawStep: activities.rawStep } },
      },
      {
        name: 'Baton',
        type: 'viaBaton',
        input,
        bundle: await bundle('baton.ts', [batonPlugin()]),
        worker: { activities: { step: activities.step }, plugins: [batonPlugin()] },
      },
    ],
    { rounds: 60, warmUp: 5 },
  );
}
