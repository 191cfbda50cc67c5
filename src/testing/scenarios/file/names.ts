import { didYouMean } from '../../../shared/did-you-mean';
import { activitiesOf, type Subject, type SubjectDiagram } from '../run/subject';
import { idsOf, type Named } from './element-names';
import type { Problem } from './problem';
import type { ScenarioFile } from './read';

/** What a scenario may name, and what is not among it. */
type Check = (
  kind: string,
  things: readonly Named[],
  names?: readonly string[],
) => (name: string, path: readonly (string | number)[], atKey?: boolean) => void;

/** Mistakes in the names of a file: elements, flows, activities, messages and signals that its diagram does not have. */
export function checkNames(file: ScenarioFile, subject: Subject): readonly Problem[] {
  const { diagram } = subject;
  if (!diagram) return []; // nobody knows the steps of a function before it runs
  const problems: Problem[] = [];
  const check: Check =
    (kind, things, names = []) =>
    (name, path, atKey = false) => {
      if (names.includes(name)) return;
      const ids = idsOf(name, things, subject.process);
      if (ids.length === 1) return;
      const message =
        ids.length === 0
          ? `${diagram.file} has no ${kind} "${name}".`
          : `${diagram.file} has several named "${name}".`;
      const hint =
        ids.length === 0
          ? hintFor(name, [...names, ...namesOf(things)])
          : `Say which one by its id: ${ids.join(', ')}.`;
      problems.push(file.problem(path, message, { hint, atKey }));
    };
  const known = namesIn(diagram);
  const element = check('element', known.elements);
  const flow = check('sequence flow', known.flows);
  const either = check('element or sequence flow', [...known.elements, ...known.flows]);
  const activity = check('activity', known.elements, known.activities);
  const message = check('message', [], known.messages);
  const signal = check('signal', [], known.signals);
  const task = check('human task', known.tasks);

  file.content.scenarios.forEach(({ activities = {}, when = [], then = {} }, i) => {
    const at = ['scenarios', i];
    for (const name of Object.keys(activities)) activity(name, [...at, 'activities', name], true);
    when.forEach((step, j) => {
      const here = [...at, 'when', j];
      const waiting = typeof step.waiting === 'string' ? [step.waiting] : (step.waiting ?? []);
      waiting.forEach((id, k) =>
        element(id, typeof step.waiting === 'string' ? [...here, 'waiting'] : [...here, 'waiting', k]),
      );
      if (step.complete) task(step.complete.task, [...here, 'complete', 'task']);
      if (step.resolve) element(step.resolve.incident, [...here, 'resolve', 'incident']);
      if (step.activate) {
        element(step.activate.adHoc, [...here, 'activate', 'adHoc']);
        element(step.activate.activity, [...here, 'activate', 'activity']);
      }
      if (step.message && known.hasFixedNames) message(step.message.name, [...here, 'message', 'name']);
      if (step.signal && known.hasFixedNames) signal(step.signal.name, [...here, 'signal', 'name']);
      if (step.start?.message !== undefined && known.hasFixedNames)
        message(step.start.message, [...here, 'start', 'message']);
      if (step.start?.signal !== undefined && known.hasFixedNames)
        signal(step.start.signal, [...here, 'start', 'signal']);
    });
    for (const key of ['passed', 'path', 'incidents'] as const)
      then[key]?.forEach((id, k) => element(id, [...at, 'then', key, k]));
    then.taken?.forEach((id, k) => flow(id, [...at, 'then', 'taken', k]));
    then.never?.forEach((id, k) => either(id, [...at, 'then', 'never', k]));
    for (const name of Object.keys(then.calls ?? {})) activity(name, [...at, 'then', 'calls', name], true);
  });
  return problems;
}

function namesIn(diagram: SubjectDiagram) {
  const { elements, flows, messages, signals } = diagram.graph;
  return {
    elements,
    flows,
    activities: activitiesOf(diagram).flatMap(({ name, implementation }) => [name, implementation]),
    tasks: elements.filter(({ kind }) => kind === 'userTask'),
    messages,
    signals,
    /** Names may be expressions, which only a run knows. */
    hasFixedNames: [...messages, ...signals].every((name) => !/^=|[$#]\{/.test(name)),
  };
}

function namesOf(things: readonly Named[]): readonly string[] {
  return things.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name]));
}

function hintFor(name: string, known: readonly string[]): string {
  const guess = didYouMean(name, known);
  if (guess !== undefined) return guess;
  const all = [...new Set(known)];
  return all.length === 0
    ? 'It has none.'
    : `It has: ${all.slice(0, 20).join(', ')}${all.length > 20 ? ', …' : ''}.`;
}
