import { dirname, resolve } from 'node:path';
import type { ProcessSpec } from '../../shared/process-contract';
import { compileDiagrams, diagnosticsOf, hasErrors } from '../diagrams/compile-diagrams';
import { diagramFiles, diagramsBelow } from '../diagrams/diagram-files';
import { besideDiagram } from '../diagrams/module-specifier';
import { printDiagnostics } from '../diagrams/print-diagnostics';
import { checkCompiled } from '../diagrams/save';
import { CommandError, UsageError } from '../errors';
import { contractsIn, processContracts } from '../find-process';
import { isFile } from '../paths';
import { projectAround, requireProject, type Project } from '../project';

/** What `baton deploy` is to work on. */
export interface ProcessesToDeploy {
  readonly project: Project;
  readonly contracts: readonly ProcessSpec[];
  /** Set where these are all processes of a deployment. */
  readonly deployment: string | undefined;
}

/**
 * The processes of the named diagrams, or without any all of the project around the current folder.
 *
 * @throws CommandError when a diagram has errors, or what it was compiled to is not what it says now; UsageError when the
 *   diagrams belong to several projects, or to none
 */
export async function processesToDeploy(paths: readonly string[]): Promise<ProcessesToDeploy> {
  if (paths.length === 0) {
    const project = requireProject(undefined);
    await checkDiagrams(diagramsBelow(project.workflows));
    return { project, contracts: await processContracts(project), deployment: deploymentOfProject(project) };
  }
  const diagrams = diagramFiles(paths).map((file) => resolve(file));
  const project = onlyProject(diagrams);
  await checkDiagrams(diagrams);
  const contracts: ProcessSpec[] = [];
  for (const file of diagrams.map((diagram) => besideDiagram(diagram, '.process.ts')).filter(isFile)) {
    contracts.push(...(await contractsIn(file, project.esm)).map(({ contract }) => contract));
  }
  return { project, contracts, deployment: undefined };
}

/** The key that the processes of a project have, save for contracts that say another one. */
export function deploymentOfProject({ deployment, taskQueue }: Project): string {
  return deployment ?? taskQueue;
}

function onlyProject(diagrams: readonly string[]): Project {
  const projects = diagrams.map((diagram) => projectAround(dirname(diagram)));
  const [project] = projects;
  if (!project) throw new UsageError('The diagrams belong to no Baton project.');
  if (projects.some((other) => other?.root !== project.root)) {
    throw new UsageError('The diagrams belong to several projects.', {
      hint: 'Deploy one project at a time.',
    });
  }
  return project;
}

/** The workers run what was compiled; a schedule for something else would start the wrong thing. */
async function checkDiagrams(files: readonly string[]): Promise<void> {
  const diagrams = await compileDiagrams(files, { strict: false });
  if (hasErrors(diagrams)) {
    printDiagnostics(diagnosticsOf(diagrams));
    throw new CommandError('The diagrams have errors; no schedule was changed.');
  }
  const stale = checkCompiled(diagrams).filter(({ state }) => state === 'stale');
  if (stale.length === 0) return;
  throw new CommandError(`Not what the diagrams say: ${stale.map(({ file }) => file).join(', ')}.`, {
    hint: 'Run `baton compile` first. No schedule was changed.',
  });
}
