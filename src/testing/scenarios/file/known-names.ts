import { activitiesOf, type Subject, type SubjectDiagram } from '../run/subject';

/** What scenarios of a diagram may name: things of its own, and of the diagrams whose processes it may call. */
export function knownNames(diagram: SubjectDiagram, { neighbours = [], types }: Subject) {
  const diagrams = [diagram, ...neighbours];
  const { elements, flows } = diagram.graph;
  const everywhere = diagrams.flatMap(({ graph }) => graph.elements);
  const messages = diagrams.flatMap(({ graph }) => graph.messages);
  const signals = diagrams.flatMap(({ graph }) => graph.signals);
  const processes = diagrams.flatMap((one) => one.processes);
  const calls = everywhere.filter(({ kind }) => kind === 'callActivity');
  const calledById = new Set(processes.flatMap((one) => one.calls.map(({ element }) => element)));
  return {
    elements,
    flows,
    everywhere,
    activities: diagrams.flatMap(activitiesOf).flatMap(({ name, implementation }) => [name, implementation]),
    decisions: processes.flatMap((one) => one.decisions.map(({ decision }) => decision)),
    scripts: diagrams.flatMap(({ graph }) => graph.scripts),
    calls,
    processes: [...processes.flatMap((one) => one.calls.map(({ process }) => process)), ...types.keys()],
    /** Call activities as well: what they call may be a global task. */
    tasks: everywhere.filter(
      ({ kind, id }) => kind === 'userTask' || (kind === 'callActivity' && !calledById.has(id)),
    ),
    messages,
    signals,
    /** Names may be expressions, which only a run knows. */
    hasFixedNames: [...messages, ...signals].every((name) => !/^=|[$#]\{/.test(name)),
    hasFixedCalls: calls.every(({ id }) => calledById.has(id)),
  };
}
