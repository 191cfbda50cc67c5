import { didYouMean } from '../../../shared/did-you-mean';
import type { Subject } from '../run/subject';
import type { Problem } from './problem';
import type { ScenarioFile } from './read';

/** What a scenario may name, and what is not among it. */
type Check = (
  kind: string,
  names: Iterable<string>,
) => (name: string, path: readonly (string | number)[], atKey?: boolean) => void;

/** Mistakes in the names of a file: elements, flows, activities, messages and signals that its diagram does not have. */
export function checkNames(file: ScenarioFile, subject: Subject): readonly Problem[] {
  const { diagram } = subject;
  if (!diagram) return []; // nobody knows the steps of a function before it runs
  const problems: Problem[] = [];
  const check: Check = (kind, known) => {
    const all = new Set(known);
    return (name, path, atKey = false) => {
      if (all.has(name)) return;
      const message = `${diagram.file} has no ${kind} "${name}".`;
      problems.push(file.problem(path, message, { hint: hintFor(name, [...all]), atKey }));
    };
  };
  const known = namesIn(subject);
  const element = check('element', known.elements);
  const flow = check('sequence flow', known.flows);
  const either = check('element or sequence flow', [...known.elements, ...known.flows]);
  const activity = check('activity', known.activities);
  const message = check('message', known.messages);
  const signal = check('signal', known.signals);
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

function namesIn({ diagram }: Subject) {
  const { elements = [], flows = [], messages = [], signals = [] } = diagram?.graph ?? {};
  const called = (diagram?.processes ?? []).flatMap(({ activities }) => activities);
  const ids = elements.map(({ id }) => id);
  const tasks = elements.filter(({ kind }) => kind === 'userTask');
  return {
    elements: ids,
    flows: flows.map(({ id }) => id),
    activities: [...called.flatMap(({ name, implementation }) => [name, implementation]), ...ids],
    tasks: tasks.flatMap(({ id, name }) => [id, ...(name === undefined ? [] : [name])]),
    messages,
    signals,
    /** Names may be expressions, which only a run knows. */
    hasFixedNames: [...messages, ...signals].every((name) => !/^=|[$#]\{/.test(name)),
  };
}

function hintFor(name: string, known: readonly string[]): string {
  const guess = didYouMean(name, known);
  if (guess !== undefined) return guess;
  return known.length === 0
    ? 'It has none.'
    : `It has: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', …' : ''}.`;
}
