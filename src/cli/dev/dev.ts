import { join } from 'node:path';
import { connectionFromEnv, resolveServer } from '../../temporal';
import { CommandError } from '../errors';
import { shown } from '../paths';
import { startNode } from '../processes/child';
import { stopSignal, untilStopped } from '../processes/stop-signal';
import type { Project } from '../project';
import { databaseOf, environmentFor, stateFolder } from '../server';
import { changes } from '../watch';
import { makeWritable } from '../write-files';
import { compileProject } from './compile-project';
import { deploySchedules } from './deploy-schedules';
import { followChanges } from './follow-changes';
import { keepWorker } from './keep-worker';
import { say, stopwatch } from './say';

export interface DevOptions {
  /** Client script to run once everything is up; absolute. */
  readonly run: string | undefined;
  /** End after the script instead of serving until Ctrl-C. */
  readonly once: boolean;
}

interface Part {
  stop(): Promise<void>;
}

/**
 * Everything a project needs while one works on it: compiles its diagrams, starts a Temporal server and the worker,
 * runs the client script, then serves and follows changes until Ctrl-C. Whatever was started is stopped in reverse
 * order, also when a step fails half-way.
 *
 * @throws CommandError, ServerError when something cannot be started or ends too early
 */
export async function dev(project: Project, options: DevOptions): Promise<void> {
  const stop = stopSignal();
  const parts: Part[] = [];
  let served = false;
  try {
    const serving = serve(project, options, parts, stop).then(() => (served = true));
    await Promise.race([untilStopped(stop.signal), serving]);
    // Ctrl-C is how serving ends; before the results that were asked for, it is a failure.
    if (options.once && !served) throw new CommandError('Stopped before the script was done.');
  } finally {
    stop.abort();
    for (const part of parts.reverse()) await part.stop();
  }
}

async function serve(
  project: Project,
  { run, once }: DevOptions,
  parts: Part[],
  stop: AbortController,
): Promise<void> {
  const total = stopwatch();
  say(`${project.name}, in ${shown(project.root)}`);
  // From now on, so that nothing is missed while things are starting.
  const changed = changes([project.source], stop.signal);
  const compiled = await compileProject(project);
  if (!compiled.ok) throw new CommandError('The diagrams have errors; nothing was started.');

  const starting = stopwatch();
  const isOwn = !connectionFromEnv().configured;
  if (isOwn) makeWritable(stateFolder(project));
  const server = await resolveServer({
    dbFile: databaseOf(project),
    logFile: join(stateFolder(project), 'server.log'),
    onProgress: say,
    onExit: (error) => stop.abort(error),
  });
  parts.push(server);
  say(`Temporal server at ${server.address} (${starting()})`);
  if (server.uiUrl !== undefined)
    say(`Temporal UI: ${server.uiUrl}/namespaces/${server.namespace}/workflows`);

  const worker = keepWorker(project, server, stop.signal, (failure) => {
    if (once) stop.abort(failure);
    else say(`${failure.message} It is started again after the next change.`);
  });
  parts.push(worker);
  const deploy = (current: Project) => deploySchedules(current, server, { isOwn });
  await deploy(project);

  if (run !== undefined) {
    say(`Running ${shown(run)}`);
    const script = startNode(run, [], { cwd: project.root, env: environmentFor(project, server) });
    parts.push(script);
    const { code } = await script.exited;
    // Ctrl-C in a terminal ends the script as well.
    if (stop.signal.aborted) return;
    if (code !== 0 && once) throw new CommandError(`${shown(run)} failed; what it said is above.`);
    say(`${shown(run)} ${code === 0 ? 'is done' : 'failed'}, ${total()} after the start`);
  }
  if (once) return;

  say('Serving until Ctrl-C, and following changes');
  await followChanges(project, { worker, changes: changed, compiled, deploy });
}
