import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { INCIDENT_CHOICES, incidentChoice, type IncidentChoice } from '../shared/incidents';
import { DEFAULT_TASK_QUEUE } from '../shared/names';
import { CommandError, fileProblem, UsageError } from './errors';
import { isFile, isFolder } from './paths';

/** A folder of workflows and activities, found by convention. All paths are absolute. */
export interface Project {
  readonly root: string;
  /** Name in package.json, else that of the folder. */
  readonly name: string;
  /** `src/` or, where there is no `src/workflows`, the root. */
  readonly source: string;
  /** Folder of the workflows and diagrams. */
  readonly workflows: string;
  /** Module that exports all workflow functions. */
  readonly workflowsIndex: string | undefined;
  /** Module that exports all activity implementations. */
  readonly activitiesIndex: string | undefined;
  /** Module that exports the activities' contracts. */
  readonly contracts: string | undefined;
  /** Module that says how the project's payloads are read and written; see temporal-settings.ts. */
  readonly temporal: string | undefined;
  /** The project's own worker program. */
  readonly workerScript: string | undefined;
  readonly taskQueue: string;
  /** Sets the project apart from others that share its namespace and task queue. */
  readonly deployment: string | undefined;
  /** Failures in compiled processes that stop only their branch, until a person has dealt with them. */
  readonly incidents: IncidentChoice | undefined;
  /** Whether the human tasks of its diagrams have workflows of their own. */
  readonly inbox: boolean;
  /** Whether they are completed only by whoever has claimed them. */
  readonly onlyAssignee: boolean;
  /** Whether its modules are ES modules by default (`"type": "module"`). */
  readonly esm: boolean;
}

interface Manifest {
  readonly name?: unknown;
  readonly type?: unknown;
  readonly baton?: {
    readonly taskQueue?: unknown;
    readonly deployment?: unknown;
    readonly incidents?: unknown;
    readonly inbox?: unknown;
    readonly onlyAssignee?: unknown;
  };
}

/** The project in this folder, or undefined where there is none. */
export function projectAt(folder: string): Project | undefined {
  const root = resolve(folder);
  const source = [join(root, 'src'), root].find((candidate) => isFolder(join(candidate, 'workflows')));
  if (source === undefined) return undefined;

  const manifest = readManifest(root);
  const name = typeof manifest.name === 'string' ? manifest.name : undefined;
  const { taskQueue, deployment, incidents, inbox, onlyAssignee } = manifest.baton ?? {};
  return {
    root,
    name: name ?? basename(root),
    source,
    workflows: join(source, 'workflows'),
    workflowsIndex: moduleFile(join(source, 'workflows', 'index')),
    activitiesIndex: moduleFile(join(source, 'activities', 'index')),
    contracts: moduleFile(join(source, 'activities', 'contracts')),
    temporal: moduleFile(join(source, 'temporal')),
    workerScript: moduleFile(join(source, 'workers', 'worker')),
    taskQueue: typeof taskQueue === 'string' ? taskQueue : (name ?? DEFAULT_TASK_QUEUE),
    deployment: typeof deployment === 'string' && deployment !== '' ? deployment : undefined,
    incidents: incidentsIn(incidents, root),
    inbox: inbox === true,
    onlyAssignee: onlyAssignee === true,
    esm: manifest.type === 'module',
  };
}

/** The project that this folder or file belongs to: the nearest one upwards. */
export function projectAround(path: string): Project | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const project = projectAt(folder);
    if (project) {
      // `src` looks like a project itself; package.json is a folder further up.
      const outer = projectAt(dirname(folder));
      return outer?.source === project.source ? outer : project;
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * The project a command works on: the one in the folder that was named, else the one around the current folder.
 *
 * @throws {UsageError} when there is none
 */
export function requireProject(folder: string | undefined): Project {
  if (folder !== undefined && !isFolder(folder)) throw new UsageError(`${folder} is not a folder.`);
  const project = folder === undefined ? projectAround('.') : projectAt(folder);
  if (project) return project;
  const place = folder === undefined ? `${resolve('.')} or above it` : resolve(folder);
  throw new UsageError(`There is no Baton project in ${place}.`, {
    hint: 'A project has a folder src/workflows (or workflows). `baton init my-app` makes one.',
  });
}

/**
 * The module that exports all workflow functions of a project.
 *
 * @throws {CommandError} when it has none
 */
export function workflowsOf({ workflows, workflowsIndex }: Project): string {
  if (workflowsIndex !== undefined) return workflowsIndex;
  throw new CommandError(`There is no index.ts in ${workflows}.`, {
    hint: "It exports all workflow functions of the project: export * from './order.workflow';",
  });
}

function incidentsIn(setting: unknown, root: string): IncidentChoice | undefined {
  const choice = incidentChoice(setting);
  if (setting === undefined || choice !== undefined) return choice;
  throw new UsageError(`${join(root, 'package.json')}: "incidents" of "baton" must be ${INCIDENT_CHOICES}.`);
}

function readManifest(root: string): Manifest {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (error) {
    const problem = error instanceof SyntaxError ? `it is not JSON: ${error.message}` : fileProblem(error);
    throw new CommandError(`${file} cannot be read: ${problem}`, { cause: error });
  }
}

function moduleFile(path: string): string | undefined {
  return ['.ts', '.mts', '.js', '.mjs'].map((extension) => path + extension).find(isFile);
}
