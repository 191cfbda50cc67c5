import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { KnownProcess } from '../../bpmn/4-emit/callees';
import { processesIn } from '../../bpmn/processes-in';
import type { Activity } from '../../testing/scenarios/run/subject';
import type { Code } from '../../testing/scenarios/server/bundle';
import { collectActivities } from '../../workers/activities';
import { decisionFiles } from '../diagrams/decision-files';
import { diagramsBelow } from '../diagrams/diagram-files';
import { besideDiagram, moduleSpecifier } from '../diagrams/module-specifier';
import { surroundingsReader } from '../diagrams/surroundings';
import { exportedFunctions } from '../find-process';
import { loadModule } from '../load-module';
import { projectAround, type Project } from '../project';
import { compileTraced, type TracedDiagram } from './compile-traced';
import { withPartners } from './partners';

/** Diagrams and workflows that are bundled and run together: those of a project, or a diagram by itself. */
export interface Workshop {
  readonly project: Project | undefined;
  /** By file. */
  readonly diagrams: ReadonlyMap<string, TracedDiagram>;
  /** Deployment key of what was compiled; undefined: the task queue. */
  readonly deployment: string | undefined;
  readonly code: readonly Code[];
  readonly activities: Readonly<Record<string, Activity>>;
}

/** Where what scenarios test is made ready. */
export interface WorkshopSource {
  /** For a diagram. */
  ofDiagram(file: string): Promise<Workshop>;
  /** For a workflow function that was written by hand. */
  ofWorkflow(file: string, name: string): Promise<Workshop>;
}

/** The workshops of what is to be tested, each made once. */
export class Workshops implements WorkshopSource {
  readonly #decisions = decisionFiles({ strict: false });
  readonly #surroundingsOf = surroundingsReader(this.#decisions);
  readonly #made = new Map<string, Promise<Workshop>>();
  readonly #activities = new Map<string, Promise<Readonly<Record<string, Activity>>>>();

  /**
   * @param withIncidents - diagrams whose code must be able to stop at incidents, unless they are of a project: then it
   *   has the say
   */
  constructor(private readonly withIncidents: ReadonlySet<string>) {}

  ofDiagram(file: string): Promise<Workshop> {
    const project = projectWith(file);
    return project ? this.#ofProject(project, file) : this.#once(file, () => this.#alone(file));
  }

  ofWorkflow(file: string, name: string): Promise<Workshop> {
    const project = projectWith(file);
    if (project) return this.#ofProject(project, file);
    return this.#once(`${file}#${name}`, async () => ({
      project,
      diagrams: new Map(),
      deployment: undefined,
      code: [{ module: file, names: [name] }],
      activities: await this.#activitiesAround(file),
    }));
  }

  #once(key: string, make: () => Promise<Workshop>): Promise<Workshop> {
    const known = this.#made.get(key);
    if (known) return known;
    const made = make();
    this.#made.set(key, made);
    return made;
  }

  /** All diagrams of the project, for they may call and tell each other; what is broken is left out. */
  #ofProject(project: Project, file: string): Promise<Workshop> {
    return this.#once(project.root, async () => {
      const diagrams = new Map<string, TracedDiagram>();
      for (const diagram of new Set([...diagramsBelow(project.workflows), ...diagramIn(file)]))
        diagrams.set(
          diagram,
          await compileTraced(diagram, await this.#surroundingsOf(diagram), this.#decisions),
        );
      const compiled = [...diagrams.values()].flatMap(codeOf);
      const { workflowsIndex } = project;
      const byHand = workflowsIndex === undefined ? [] : [{ module: workflowsIndex, names: undefined }];
      return {
        project,
        diagrams,
        deployment: project.deployment,
        code: [...compiled, ...byHand],
        activities: await this.#activitiesAround(file),
      };
    });
  }

  /** Together with the diagrams in its folder that it calls or tells something; they share a key that nobody else has. */
  async #alone(file: string): Promise<Workshop> {
    const deployment = `t${this.#made.size}`;
    const files = withPartners(file);
    const known = files.flatMap((one) => knownIn(one, file, deployment));
    const diagrams = new Map<string, TracedDiagram>();
    for (const one of files) {
      const alone = {
        deployment,
        processes: known.filter(({ from }) => from !== one),
        ...(this.withIncidents.has(one) && { incidents: 'possible' as const }),
      };
      diagrams.set(one, await compileTraced(one, await this.#surroundingsOf(one), this.#decisions, alone));
    }
    return {
      project: undefined,
      diagrams,
      deployment,
      code: [...diagrams.values()].flatMap(codeOf),
      activities: await this.#activitiesAround(file),
    };
  }

  #activitiesAround(file: string): Promise<Readonly<Record<string, Activity>>> {
    const project = projectAround(dirname(file));
    const index = project?.activitiesIndex;
    if (!project || index === undefined) return Promise.resolve({});
    const loaded =
      this.#activities.get(index) ??
      loadModule(index, project.esm).then((module) => collectActivities(module));
    this.#activities.set(index, loaded);
    return loaded;
  }
}

/** The project whose sources a file is among. */
function projectWith(file: string): Project | undefined {
  const project = projectAround(dirname(file));
  return project && file.startsWith(project.workflows + sep) ? project : undefined;
}

function diagramIn(file: string): readonly string[] {
  return file.endsWith('.ts') || file.endsWith('.js') ? [] : [file];
}

function codeOf({ files, processes }: TracedDiagram): readonly Code[] {
  const workflow = files.find(({ file }) => file.endsWith('.workflow.ts'))?.file;
  return workflow === undefined
    ? []
    : [{ module: workflow, names: processes.map(({ functionName }) => functionName) }];
}

function knownIn(
  file: string,
  caller: string,
  deployment: string,
): readonly (KnownProcess & { readonly from: string })[] {
  return processesIn({ file, xml: readFileSync(file, 'utf8') }, { deployment }).map(({ id, type }) => ({
    from: file,
    id,
    type,
    contract: { name: type, module: moduleSpecifier(caller, besideDiagram(file, '.process.ts')) },
  }));
}

/** What people may call the processes of a workshop, with their workflow types. */
export function typesIn({ diagrams, project }: Workshop): ReadonlyMap<string, string> {
  const byHand = project ? exportedFunctions(project).map((name) => [name, name] as const) : [];
  const drawn = [...diagrams.values()].flatMap(({ processes }) =>
    processes.map(({ id, functionName }) => [id, functionName] as const),
  );
  return new Map([...byHand, ...drawn]);
}
