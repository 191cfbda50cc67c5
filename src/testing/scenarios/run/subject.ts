import type { DiagramGraph } from '../../../bpmn/diagram-graph';
import { identifier } from '../../../shared/identifier';
import { workflowType } from '../../../shared/workflow-type';
import type { CompiledProcess } from '../../../bpmn/4-emit/describe';

export type Activity = (...args: never[]) => unknown;

/** What a file of scenarios tests, made ready to run. */
export interface Subject {
  /** Workflow type of the process that the scenarios are about. */
  readonly type: string;
  /** Id of that process in the diagram, or the name of the function. */
  readonly process: string;
  /** Deployment key of its messages and signals; undefined: the task queue. */
  readonly deployment: string | undefined;
  /** Undefined for workflows written by hand. */
  readonly diagram: SubjectDiagram | undefined;
  /** Of a workflow written by hand: the diagram that goes through the same scenarios. */
  readonly counterpart?: SubjectDiagram;
  /** The other diagrams that are run with it: it may call and tell their processes. */
  readonly neighbours?: readonly SubjectDiagram[];
  /** The real activities, for those that a scenario does not answer for. */
  readonly activities: Readonly<Record<string, Activity>>;
  /** Workflow types by what people may call the processes: ids, types. */
  readonly types: ReadonlyMap<string, string>;
}

export interface SubjectDiagram {
  /** As it is shown. */
  readonly file: string;
  readonly graph: DiagramGraph;
  readonly processes: readonly CompiledProcess[];
}

/** The activities that the processes of a diagram call. */
export function activitiesOf({ processes }: SubjectDiagram): CompiledProcess['activities'] {
  return processes.flatMap(({ activities }) => activities);
}

/** Workflow type of a process that a scenario names. */
export function typeOf(name: string, { types, deployment }: Subject): string {
  return types.get(name) ?? workflowType(name, deployment);
}

/** What people call the process of a workflow type, or may call it. */
export function processName(type: string, subject: Subject): string {
  for (const [name, known] of subject.types) if (known === type) return name;
  const name = type.slice(identifier(subject.deployment ?? '').length);
  const short = name.charAt(0).toLowerCase() + name.slice(1);
  return typeOf(short, subject) === type ? short : type;
}

/** All that an activity may be called in a scenario besides its element: its name, and what the diagram has for it. */
export function activityNames(
  name: string,
  element: string | undefined,
  { diagram, neighbours = [] }: Subject,
): readonly string[] {
  const known = [...(diagram ? [diagram] : []), ...neighbours].flatMap(activitiesOf);
  const meant = known.filter(
    (one) => one.name === name && (element === undefined || one.element === element),
  );
  return [...new Set([name, ...meant.map(({ implementation }) => implementation)])];
}
