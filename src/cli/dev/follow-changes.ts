import { join, sep } from 'node:path';
import { shown } from '../paths';
import { projectAt, type Project } from '../project';
import { compileProject, type CompiledProject } from './compile-project';
import type { KeptWorker } from './keep-worker';
import { say } from './say';

export interface Followed {
  readonly worker: KeptWorker;
  /** Files that changed, each time there are any. */
  readonly changes: AsyncIterable<readonly string[]>;
  /** What the first compile came to. */
  readonly compiled: CompiledProject;
  /** Makes the schedules what the project says. */
  readonly deploy: (project: Project) => Promise<void>;
}

/** Folders that neither diagrams nor worker depend on. */
const UNRELATED = ['client', 'test'];

/** Compiles, restarts the worker and deploys the schedules on each change of diagrams or code, until there are no more. */
export async function followChanges(
  project: Project,
  { worker, changes, compiled: first, deploy }: Followed,
): Promise<void> {
  let { outputs } = first;
  for await (const files of changes) {
    const relevant = files.filter((file) => !outputs.has(file) && !isUnrelated(file, project));
    if (relevant.length === 0) continue;
    say(`Changed: ${relevant.map(shown).join(', ')}`);
    const current = projectAt(project.root) ?? project;
    const compiled = await compileProject(current);
    outputs = compiled.outputs;
    if (compiled.ok) {
      await worker.restart(current);
      await deploy(current);
    } else say('The worker goes on with what it has.');
  }
}

function isUnrelated(file: string, project: Project): boolean {
  return UNRELATED.some((folder) => file.startsWith(join(project.source, folder) + sep));
}
