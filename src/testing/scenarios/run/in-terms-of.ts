import type { GraphElement } from '../../../bpmn/diagram-graph';
import { idsOf } from '../file/element-names';
import type { Expectations, Scenario, Step } from '../file/schema';
import { activitiesOf, type Subject, type SubjectDiagram } from './subject';

/** What a subject calls the thing that a scenario names; undefined: it has no such thing. */
type Term = (name: string) => string | undefined;

/**
 * A scenario as one subject puts it. Those that run on a diagram and on a workflow written by hand name elements by the ids
 * or the names of the diagram: in the diagram they are known by their ids, in code by their names. What code has no steps
 * for (sequence flows, gateways, start events) is left out there.
 */
export function inTermsOf(subject: Subject, scenario: Scenario): Scenario {
  const { diagram, counterpart } = subject;
  if (diagram) return translated(scenario, idsIn(diagram, subject.process), keysIn(diagram, subject.process));
  if (!counterpart) return scenario;
  return translated(scenario, stepsLike(counterpart), (key) => stepLike(counterpart, key) ?? key);
}

function idsIn({ graph }: SubjectDiagram, process: string): Term {
  const things = [...graph.elements, ...graph.flows];
  return (name) => idsOf(name, things, process)[0] ?? name;
}

/** Keys of answers are names of activities before they are elements. */
function keysIn(diagram: SubjectDiagram, process: string): (key: string) => string {
  const activities = activitiesOf(diagram);
  return (key) =>
    activities.some(({ name, implementation }) => name === key || implementation === key)
      ? key
      : (idsOf(key, diagram.graph.elements, process)[0] ?? key);
}

function stepsLike(diagram: SubjectDiagram): Term {
  const flows = new Set(diagram.graph.flows.map(({ id }) => id));
  return (name) => {
    const element = elementCalled(diagram, name);
    if (element) return hasStep(element) ? (element.name ?? element.id) : undefined;
    return flows.has(name) ? undefined : name;
  };
}

function stepLike(diagram: SubjectDiagram, key: string): string | undefined {
  const isActivity = activitiesOf(diagram).some(({ name }) => name === key);
  return isActivity ? key : elementCalled(diagram, key)?.name;
}

function elementCalled({ graph }: SubjectDiagram, name: string): GraphElement | undefined {
  const [id] = idsOf(name, graph.elements, '');
  return graph.elements.find((element) => element.id === id);
}

function hasStep({ kind }: GraphElement): boolean {
  return kind !== 'startEvent' && !kind.endsWith('Gateway');
}

function translated(scenario: Scenario, term: Term, key: (name: string) => string): Scenario {
  const { activities, scripts, decisions, processes, startEvent, when, then } = scenario;
  const answers = <T>(given: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(given).map(([name, answer]) => [key(name), answer]));
  return {
    ...scenario,
    ...(activities && { activities: answers(activities) }),
    ...(scripts && { scripts: answers(scripts) }),
    ...(decisions && { decisions: answers(decisions) }),
    ...(processes && { processes: answers(processes) }),
    ...(startEvent !== undefined && { startEvent: term(startEvent) }),
    ...(when && { when: when.flatMap((step) => stepIn(step, term) ?? []) }),
    ...(then && { then: expectationsIn(then, term, key) }),
  };
}

function stepIn(step: Step, term: Term): Step {
  const { waiting, complete, resolve, activate, start } = step;
  const one = (name: string) => term(name) ?? name;
  return {
    ...step,
    ...(waiting !== undefined && { waiting: [waiting].flat().flatMap((name) => term(name) ?? []) }),
    ...(complete && { complete: { ...complete, task: one(complete.task) } }),
    ...(resolve && { resolve: { ...resolve, incident: one(resolve.incident) } }),
    ...(activate && { activate: { adHoc: one(activate.adHoc), activity: one(activate.activity) } }),
    ...(start?.startEvent !== undefined && { start: { ...start, startEvent: one(start.startEvent) } }),
  };
}

const LISTS = ['passed', 'path', 'visited', 'taken', 'never', 'incidents'] as const;

/** Lists of which nothing is left assert nothing: they go. */
function expectationsIn(then: Expectations, term: Term, key: (name: string) => string): Expectations {
  const { calls, inputs, ...rest } = then;
  const others = Object.entries(rest).filter(([name]) => !LISTS.some((list) => list === name));
  const lists = LISTS.flatMap((name) => {
    const given = then[name];
    const terms = given?.flatMap((one) => term(one) ?? []) ?? [];
    return given && (terms.length > 0 || given.length === 0) ? [[name, terms] as const] : [];
  });
  const counts = Object.entries(calls ?? {}).map(([name, times]) => [key(name), times] as const);
  return Object.fromEntries([
    ...others,
    ...lists,
    ...(calls ? [['calls', Object.fromEntries(counts)]] : []),
    ...(inputs
      ? [['inputs', Object.fromEntries(Object.entries(inputs).map(([name, all]) => [key(name), all]))]]
      : []),
  ]) as Expectations;
}
