import { readFileSync } from 'node:fs';
import type { KnownProcess } from '../../bpmn/4-emit/callees';
import type { Diagnostic } from '../../bpmn/diagnostics/diagnostic';
import { processesIn } from '../../bpmn/processes-in';
import { filesBelow } from '../files-below';
import { exportedFunctions, contractsIn } from '../find-process';
import { shown } from '../paths';
import type { Project } from '../project';
import { diagramsBelow } from './diagram-files';
import { fileDiagnostic } from './file-diagnostic';
import { besideDiagram, moduleSpecifier } from './module-specifier';

/** A process that calls may name, and where it is. */
interface ProjectProcess {
  /** As calls name it: process id of a diagram, or workflow type. */
  readonly id: string;
  readonly type: string;
  /** The diagram, or the file that was written by hand; absolute. */
  readonly source: string;
  readonly contract?: { readonly name: string; readonly file: string };
}

interface Found {
  readonly processes: readonly ProjectProcess[];
  /** Files that were written by hand and cannot be loaded. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a diagram is told of the processes of its project. */
export interface Neighbours {
  /** What its calls may name; undefined where it has none. */
  readonly processes: readonly KnownProcess[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds what diagrams may call; the processes of a project are read once, those written by hand only if there are calls. */
export function neighboursReader(): (diagram: string, project: Project) => Promise<Neighbours> {
  const drawnIn = new Map<string, readonly ProjectProcess[]>();
  const foundIn = new Map<string, Promise<Found>>();

  return async (diagram, project) => {
    const drawn = drawnIn.get(project.root) ?? drawnProcesses(project);
    drawnIn.set(project.root, drawn);
    const taken = checkTypes(diagram, drawn);
    if (!/\bcallActivity\b/.test(textOf(diagram))) return { processes: undefined, diagnostics: taken };

    const found = foundIn.get(project.root) ?? allProcesses(project, drawn);
    foundIn.set(project.root, found);
    const { processes, diagnostics } = await found;
    return { processes: knownIn(diagram, processes), diagnostics: [...taken, ...diagnostics] };
  };
}

async function allProcesses(project: Project, drawn: readonly ProjectProcess[]): Promise<Found> {
  const { processes: contracted, diagnostics } = await contractedProcesses(project);
  const known = new Set([...drawn, ...contracted].map(({ type }) => type));
  const bare = exportedFunctions(project)
    .filter((type) => !known.has(type))
    .map((type) => ({ id: type, type, source: project.workflowsIndex ?? project.workflows }));
  return { processes: [...drawn, ...contracted, ...bare], diagnostics };
}

/** What the diagrams of a project compile to. */
export function drawnProcesses({ workflows, deployment }: Project): readonly ProjectProcess[] {
  return diagramsBelow(workflows).flatMap((diagram) =>
    processesIn({ file: diagram, xml: textOf(diagram) }, deployment === undefined ? {} : { deployment }).map(
      ({ id, type }) => ({
        id,
        type,
        source: diagram,
        contract: { name: type, file: besideDiagram(diagram, '.process.ts') },
      }),
    ),
  );
}

async function contractedProcesses({ workflows, esm }: Project): Promise<Found> {
  const generated = new Set(diagramsBelow(workflows).map((diagram) => besideDiagram(diagram, '.process.ts')));
  const processes: ProjectProcess[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of filesBelow(workflows, /\.process\.[cm]?[jt]s$/)) {
    if (generated.has(file)) continue;
    try {
      for (const { name, contract } of await contractsIn(file, esm)) {
        const { type } = contract;
        processes.push({ id: type, type, source: file, contract: { name, file } });
      }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      diagnostics.push(...fileDiagnostic(file, 'contracts-unusable', { problem }));
    }
  }
  return { processes, diagnostics };
}

/** The processes as the compiler is to name them in the code of a diagram. */
function knownIn(diagram: string, processes: readonly ProjectProcess[]): readonly KnownProcess[] {
  return processes.map(({ id, type, contract }) => ({
    id,
    type,
    ...(contract && {
      contract: { name: contract.name, module: moduleSpecifier(diagram, contract.file) },
    }),
  }));
}

/** Workflow types that several diagrams of a project compile to: only one of them would be there. */
function checkTypes(diagram: string, drawn: readonly ProjectProcess[]): readonly Diagnostic[] {
  return drawn
    .filter(({ source }) => source === diagram)
    .flatMap(({ id, type }) => {
      const other = drawn.find((one) => one.type === type && one.source !== diagram);
      if (!other) return [];
      return fileDiagnostic(diagram, 'type-taken', { id, type, other: shown(other.source) });
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // said when it is compiled itself
  }
}
