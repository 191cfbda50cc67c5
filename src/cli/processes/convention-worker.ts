/*
 * The worker of a project that has no workers/worker.ts of its own: all its workflows and activities, on its task queue.
 * Started by `baton worker` and `baton dev` with the project's folder as its argument.
 */
import { createWorker } from '../../workers';
import { explain } from '../explain';
import { loadModule } from '../load-module';
import { requireProject, workflowsOf } from '../project';
import { temporalSettings } from '../temporal-settings';

async function main(): Promise<void> {
  const project = requireProject(process.argv[2]);
  const { activitiesIndex, esm } = project;
  const worker = await createWorker({
    workflowsPath: workflowsOf(project),
    activities: activitiesIndex === undefined ? {} : await loadModule(activitiesIndex, esm),
    taskQueue: project.taskQueue,
    ...(await temporalSettings(project)),
  });
  await worker.run();
}

main().catch((error: unknown) => {
  const { text, exitCode } = explain(error, { debug: false });
  console.error(text);
  process.exit(exitCode);
});
