import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CompileOptions } from '../../bpmn/compile';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { projectAround, type Project } from '../project';
import { activityNames } from './activity-names';
import { decisionFiles, type DecisionFiles } from './decision-files';
import { diagramSchemas, type DiagramSchemas } from './diagram-schemas';
import { fileDiagnostic } from './file-diagnostic';
import { besideDiagram, moduleSpecifier } from './module-specifier';
import { neighboursReader } from './project-processes';

/** What the compiler is told of the files around a diagram, and what is wrong with them. */
export interface Surroundings {
  readonly project: Project | undefined;
  readonly options: Pick<
    CompileOptions,
    | 'variables'
    | 'tasks'
    | 'messages'
    | 'broadcasts'
    | 'modules'
    | 'activities'
    | 'processes'
    | 'decisions'
    | 'deployment'
    | 'incidents'
    | 'inbox'
    | 'onlyAssignee'
  >;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the surroundings of diagrams; what those of one project have in common is read once. */
export function surroundingsReader(
  decisions: DecisionFiles = decisionFiles({ strict: false }),
): (diagram: string) => Promise<Surroundings> {
  const namesByProject = new Map<string, Promise<Loaded<readonly string[]>>>();
  const neighboursOf = neighboursReader();

  return async (diagram) => {
    const project = projectAround(diagram);
    const schemaFile = besideDiagram(diagram, '.schema.ts');
    const schemas: Loaded<DiagramSchemas> = existsSync(schemaFile)
      ? await loaded(schemaFile, 'schema-unusable', () => diagramSchemas(schemaFile, project?.esm ?? false))
      : NOTHING;
    const names = project === undefined ? NOTHING : await namesOf(project, namesByProject);
    const neighbours = project && (await neighboursOf(diagram, project));
    return {
      project,
      options: {
        ...(project?.incidents !== undefined && { incidents: project.incidents }),
        ...schemas.value,
        decisions: decisions.around(diagram),
        ...(names.value && { activities: names.value }),
        ...(neighbours?.processes && { processes: neighbours.processes }),
        ...(project?.deployment !== undefined && { deployment: project.deployment }),
        ...(project?.inbox && { inbox: true }),
        ...(project?.onlyAssignee && { onlyAssignee: true }),
        modules: {
          ...(schemas.value?.variables && { schema: moduleSpecifier(diagram, schemaFile) }),
          ...(project && activityModules(diagram, project)),
        },
      },
      diagnostics: [...schemas.diagnostics, ...names.diagnostics, ...(neighbours?.diagnostics ?? [])],
    };
  };
}

/** Where the diagram's code finds the activities; also where they will be, while there are none. */
function activityModules(diagram: string, { contracts, activitiesIndex, source }: Project) {
  return {
    ...(contracts !== undefined && { contracts: moduleSpecifier(diagram, contracts) }),
    activities: moduleSpecifier(diagram, activitiesIndex ?? join(source, 'activities', 'index.ts')),
  };
}

interface Loaded<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING = { value: undefined, diagnostics: [] };

function namesOf(
  project: Project,
  known: Map<string, Promise<Loaded<readonly string[]>>>,
): Promise<Loaded<readonly string[]>> {
  const module = project.contracts ?? project.activitiesIndex ?? project.root;
  const names = known.get(module) ?? loaded(module, 'activities-unusable', () => activityNames(project));
  known.set(module, names);
  return names;
}

async function loaded<T>(
  file: string,
  code: 'schema-unusable' | 'activities-unusable',
  load: () => Promise<T>,
): Promise<Loaded<T>> {
  try {
    return { value: await load(), diagnostics: [] };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { value: undefined, diagnostics: fileDiagnostic(file, code, { problem }) };
  }
}
