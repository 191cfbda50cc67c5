import { join, sep } from 'node:path';
import { projectAt, type Project } from '../project';
import { shown } from '../paths';
import { changes } from '../watch';
import { compileProject } from './compile-project';
import type { KeptWorker } from './keep-worker';
import { say } from './say';

/** Folders that neither diagrams nor worker depend on. */
const UNRELATED = ['client', 'test'];

/** Compiles and restarts the worker on each change of diagrams or code, until `signal` aborts. */
export async function followChanges(
  project: Project,
  worker: KeptWorker,
  signal: AbortSignal,
): Promise<void> {
  let outputs: ReadonlySet<string> = new Set();
  for await (const files of changes([project.source], signal)) {
    const relevant = files.filter((file) => !outputs.has(file) && !isUnrelated(file, project));
    if (relevant.length === 0) continue;
    say(`Changed: ${relevant.map(shown).join(', ')}`);
    const current = projectAt(project.root) ?? project;
    const compiled = await compileProject(current);
    outputs = compiled.outputs;
    if (compiled.ok) await worker.restart(current);
    else say('The worker goes on with what it has.');
  }
}

function isUnrelated(file: string, project: Project): boolean {
  return UNRELATED.some((folder) => file.startsWith(join(project.source, folder) + sep));
}
