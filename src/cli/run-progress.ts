import { readFileSync, writeFileSync } from 'node:fs';
import { diagramProgress, drawProgress, type DiagramProgress } from '../bpmn/diagram-progress';
import type { OpenedRun } from './open-run';
import { drawnProcesses } from './diagrams/project-processes';
import { UsageError } from './errors';
import { shown } from './paths';
import type { Project } from './project';

/** The progress of a run, and what it is a run of. */
export interface RunProgress extends DiagramProgress {
  readonly run: string;
  /** Workflow type. */
  readonly process: string;
  readonly status: string;
  /** Its diagram, as it is shown. */
  readonly diagram: string;
}

/** A run's progress, and the diagram that it is drawn on. */
export interface FoundProgress {
  readonly progress: RunProgress;
  readonly xml: string;
}

/**
 * Where a run is in its diagram, which is looked for in the project.
 *
 * @throws {UsageError} when no diagram of the project compiles to its process
 */
export async function progressOf(run: OpenedRun['run'], project: Project): Promise<FoundProgress> {
  const { type, status } = await run.describe();
  const drawn = drawnProcesses(project).find((one) => one.type === type);
  if (!drawn) {
    throw new UsageError(`No diagram in ${shown(project.workflows)} compiles to "${type}".`, {
      hint: 'Of processes written by hand `run.progress()` of batonflow/client tells the same, without sequence flows.',
    });
  }
  const xml = readFileSync(drawn.source, 'utf8');
  const progress = diagramProgress({ file: drawn.source, xml }, drawn.id, await run.progress());
  return { progress: { run: run.id, process: type, status, diagram: shown(drawn.source), ...progress }, xml };
}

/** @throws {UsageError} when the diagram has no layout */
export async function writePicture({ progress, xml }: FoundProgress, file: string): Promise<void> {
  const svg = await drawProgress(xml, progress);
  if (svg === undefined) {
    throw new UsageError(`${progress.diagram} has no layout to draw.`, {
      hint: 'Open and save it in a modeler, or leave out --svg.',
    });
  }
  writeFileSync(file, svg);
}
