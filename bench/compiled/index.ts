import { bundleWorkflowCode, DefaultLogger, type BundlerPlugin } from '@temporalio/worker';
import { compile } from 'batonflow/compiler';
import { batonPlugin } from 'batonflow/worker';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { sideBySide } from '../side-by-side';
import * as activities from './activities';
import { Variables } from './order.schema';

/** Inside of the repository, so that generated code finds `batonflow/…` as a user's does. */
const FOLDER = resolve(__dirname, '../../.cache/bench');
const HERE = '../../bench/compiled';

/**
 * What a compiled diagram costs against the same process written by hand with nothing but @temporalio/workflow. What its
 * history has more are bytes, not events: the ids of the elements, and the idempotency key that goes with each activity.
 */
export async function compiled(): Promise<void> {
  const quiet = new DefaultLogger('ERROR');
  const bundle = (workflowsPath: string, plugins: BundlerPlugin[] = []) =>
    bundleWorkflowCode({ workflowsPath, logger: quiet, plugins });
  const input = { missing: 5, amount: 100 };
  await sideBySide(
    'Compiled diagram against the same process written by hand: a loop of activities, a deadline, 7 activities in all',
    [
      {
        name: 'by hand',
        type: 'viaHand',
        input,
        bundle: await bundle(join(__dirname, 'handwritten.ts')),
        worker: { activities },
      },
      {
        name: 'compiled',
        type: 'viaBpmn',
        input,
        bundle: await bundle(await compiledFile(), [batonPlugin()]),
        worker: { activities, plugins: [batonPlugin()] },
      },
    ],
    { rounds: 60, warmUp: 5 },
  );
}

/** Compiles the diagram as it is now, and gives the workflow's file. */
async function compiledFile(): Promise<string> {
  const xml = readFileSync(join(__dirname, 'order.bpmn'), 'utf8');
  const { files, diagnostics } = await compile(
    { file: 'order.bpmn', xml },
    {
      variables: z.toJSONSchema(Variables) as never,
      modules: { schema: `${HERE}/order.schema`, contracts: `${HERE}/contracts` },
    },
  );
  if (files.length === 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, content } of files) writeFileSync(join(FOLDER, file), content);
  return join(FOLDER, 'order.workflow.ts');
}
