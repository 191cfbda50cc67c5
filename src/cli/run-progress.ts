import { readFileSync, writeFileSync } from 'node:fs';
import { diagramProgress, type DiagramProgress } from '../bpmn/diagram-progress';
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

/**
 * Where a run is in its diagram, which is looked for in the project.
 *
 * @throws {UsageError} when no diagram of the project compiles to its process
 */
export async function progressOf(run: OpenedRun['run'], project: Project): Promise<RunProgress> {
  const { type, status } = await run.describe();
  const drawn = drawnProcesses(project).find((one) => one.type === type);
  if (!drawn) {
    throw new UsageError(`No diagram in ${shown(project.workflows)} compiles to "${type}".`, {
      hint: 'Of processes written by hand `run.progress()` of batonflow/client tells the same, without sequence flows.',
    });
  }
  const source = { file: drawn.source, xml: readFileSync(drawn.source, 'utf8') };
  const progress = diagramProgress(source, drawn.id, await run.progress());
  return { run: run.id, process: type, status, diagram: shown(drawn.source), ...progress };
}

/** @throws {UsageError} when the diagram has no layout */
export function drawProgress({ svg, diagram }: RunProgress, file: string): void {
  if (svg === undefined) {
    throw new UsageError(`${diagram} has no layout to draw.`, {
      hint: 'Open and save it in a modeler, or leave out --svg.',
    });
  }
  writeFileSync(file, svg);
}
