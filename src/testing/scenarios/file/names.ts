import { didYouMean } from '../../../shared/did-you-mean';
import type { Subject } from '../run/subject';
import { hostOf, idsOf, type Named } from './element-names';
import { knownNames } from './known-names';
import { byPlace, type Problem } from './problem';
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
  const known = knownNames(diagram, subject);
  const hosts = new Set(
    [...diagram.graph.processes, ...known.everywhere, ...known.flows].map(({ id }) => id),
  );
  const check: Check =
    (kind, things, names = []) =>
    (name, path, atKey = false) => {
      if (names.includes(name)) return;
      const ids = idsOf(name, things, subject.process);
      if (ids.length === 1 || hosts.has(hostOf(name) ?? '')) return;
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
  const element = check('element', known.elements);
  const flow = check('sequence flow', known.flows);
  const either = check('element or sequence flow', [...known.elements, ...known.flows]);
  const anything = check('element or sequence flow', [...known.everywhere, ...known.flows]);
  const place = check('element', known.everywhere);
  const activity = check('activity', known.everywhere, known.activities);
  const decision = check('decision', known.everywhere, [...known.decisions, ...known.activities]);
  const script = check('script', known.everywhere, known.scripts);
  const process = check('called process', known.calls, known.processes);
  const called = check('activity', known.everywhere, [...known.activities, ...known.decisions]);
  const message = check('message', [], known.messages);
  const signal = check('signal', [], known.signals);
  const task = check('human task', known.tasks);

  file.content.scenarios.forEach((scenario, i) => {
    const { activities = {}, scripts = {}, decisions = {}, processes = {}, when = [], then = {} } = scenario;
    const at = ['scenarios', i];
    for (const name of Object.keys(activities)) activity(name, [...at, 'activities', name], true);
    for (const name of Object.keys(decisions)) decision(name, [...at, 'decisions', name], true);
    for (const name of Object.keys(scripts)) script(plainText(name), [...at, 'scripts', name], true);
    if (known.hasFixedCalls)
      for (const name of Object.keys(processes)) process(name, [...at, 'processes', name], true);
    if (scenario.startEvent !== undefined) element(scenario.startEvent, [...at, 'startEvent']);
    when.forEach((step, j) => {
      const here = [...at, 'when', j];
      const waiting = typeof step.waiting === 'string' ? [step.waiting] : (step.waiting ?? []);
      waiting.forEach((id, k) =>
        place(id, typeof step.waiting === 'string' ? [...here, 'waiting'] : [...here, 'waiting', k]),
      );
      if (step.complete) task(step.complete.task, [...here, 'complete', 'task']);
      if (step.resolve) anything(step.resolve.incident, [...here, 'resolve', 'incident']);
      if (step.activate) {
        place(step.activate.adHoc, [...here, 'activate', 'adHoc']);
        place(step.activate.activity, [...here, 'activate', 'activity']);
      }
      if (step.message && known.hasFixedNames) message(step.message.name, [...here, 'message', 'name']);
      if (step.signal && known.hasFixedNames) signal(step.signal.name, [...here, 'signal', 'name']);
      if (step.start?.message !== undefined && known.hasFixedNames)
        message(step.start.message, [...here, 'start', 'message']);
      if (step.start?.signal !== undefined && known.hasFixedNames)
        signal(step.start.signal, [...here, 'start', 'signal']);
      if (step.start?.startEvent !== undefined)
        element(step.start.startEvent, [...here, 'start', 'startEvent']);
      if (step.start?.process !== undefined) process(step.start.process, [...here, 'start', 'process']);
    });
    for (const key of ['passed', 'path', 'visited'] as const)
      then[key]?.forEach((id, k) => element(id, [...at, 'then', key, k]));
    then.incidents?.forEach((id, k) => anything(id, [...at, 'then', 'incidents', k]));
    then.taken?.forEach((id, k) => flow(id, [...at, 'then', 'taken', k]));
    then.never?.forEach((id, k) => either(id, [...at, 'then', 'never', k]));
    for (const name of Object.keys(then.inputs ?? {})) activity(name, [...at, 'then', 'inputs', name], true);
    for (const name of Object.keys(then.calls ?? {})) called(name, [...at, 'then', 'calls', name], true);
  });
  return problems.sort(byPlace);
}

function namesOf(things: readonly Named[]): readonly string[] {
  return things.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name]));
}

/** As scripts are compared. */
function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function hintFor(name: string, known: readonly string[]): string {
  const guess = didYouMean(name, known);
  if (guess !== undefined) return guess;
  const all = [...new Set(known)];
  return all.length === 0
    ? 'It has none.'
    : `It has: ${all.slice(0, 20).join(', ')}${all.length > 20 ? ', …' : ''}.`;
}
