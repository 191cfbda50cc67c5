import { workOf } from '../2-model/work-of';
import type { CallActivity, CalledProcess, Mapping, Node } from '../2-model/types';
import { didYouMean } from '../../shared/did-you-mean';
import type { Position } from '../diagnostics/diagnostic';
import { label } from '../diagnostics/label';
import type { CalledActivity } from './called-activity';
import type { KnownDecision } from './called-decisions';
import type { Emission } from './emission';
import { isRestTask } from './steps/rest-task';
import { activityName } from '../../shared/activity-name';
import { allElements } from './process-file';
import { unnestedParts, type UnnestedPart } from './regions';

export interface CompiledProcess {
  readonly id: string;
  readonly name?: string;
  /** Name of the exported function, which is the workflow type. */
  readonly functionName: string;
  readonly activities: readonly CalledActivity[];
  readonly userTasks: readonly { readonly id: string; readonly name?: string }[];
  /** The decisions that it calls in place. */
  readonly decisions: readonly { readonly decision: string; readonly element: string }[];
  /** The processes that it calls by their ids. */
  readonly calls: readonly { readonly process: string; readonly element: string }[];
  /** Parts that have no nested form; none when the diagram has errors. */
  readonly unnested: readonly UnnestedPart[];
}

/** What others need to know of a process, for example to make stubs of what it calls. */
export function describeProcess(emission: Emission): CompiledProcess {
  const { process, body, functionName } = emission;
  const elements = allElements(body);
  return {
    ...named(process),
    functionName,
    activities: calledActivities(elements, emission).map(({ activity }) => activity),
    userTasks: elements.filter(({ kind }) => kind === 'userTask').map(named),
    decisions: elements.map(workOf).flatMap((node) => {
      const called = decisionOf(node, emission);
      return called ? [{ decision: called.id, element: node.id }] : [];
    }),
    calls: callsIn(elements).map(({ node, called }) => ({ process: called.id, element: node.id })),
    unnested: unnestedParts(body),
  };
}

interface Call {
  readonly activity: CalledActivity;
  readonly position: Position;
}

/** What elements are for, and what their expressions and scripts need besides, as far as the code calls it. */
function calledActivities(elements: readonly Node[], emission: Emission): readonly Call[] {
  const { calls } = emission;
  const own = elements.map(workOf).flatMap((node): Call[] => {
    if (!('implementation' in node) || isRestTask(node) || decisionOf(node, emission)) return [];
    const { id, position, implementation, inputs, outputs, fields = [] } = node;
    if (typeof implementation !== 'string') return []; // which one it is, only the run knows
    const activity = {
      name: activityName(implementation),
      implementation,
      element: id,
      ...(inputs && { inputs: namesOf([...inputs, ...fields]) }),
      ...(outputs && { outputs: namesOf(outputs) }),
    };
    return [{ activity, position }];
  });
  const deciding = elements.flatMap((node): Call[] => {
    const implementation = node.kind === 'subProcess' ? node.adHoc?.worker?.implementation : undefined;
    if (typeof implementation !== 'string') return [];
    const { id, position } = node;
    return [{ activity: { name: activityName(implementation), implementation, element: id }, position }];
  });
  const order = new Map(elements.map(({ id, name }, index) => [id, { index, name }]));
  return [...own, ...deciding, ...calls.values()]
    .map(({ activity, position }) => {
      const elementName = order.get(activity.element)?.name;
      return { activity: { ...activity, ...(elementName !== undefined && { elementName }) }, position };
    })
    .sort((a, b) => placeOf(a, order) - placeOf(b, order));
}

/** What mappings set, each once: `customer` for `customer.name` and `customer.age`. */
function namesOf(mappings: readonly Mapping[]): readonly string[] {
  return [...new Set(mappings.map(({ target }) => target.split('.')[0] ?? target))];
}

/** The decision that an element calls in place. */
function decisionOf(node: Node, { decisions }: Emission): KnownDecision | undefined {
  return 'implementation' in node ? decisions.find(node) : undefined;
}

/** Flows, which have conditions, come after all elements. */
function placeOf({ activity }: Call, order: ReadonlyMap<string, { readonly index: number }>): number {
  return order.get(activity.element)?.index ?? order.size;
}

function named({ id, name }: { readonly id: string; readonly name?: string }): { id: string; name?: string } {
  return { id, ...(name !== undefined && { name }) };
}

/** Scripts that run elsewhere than their language says, and activities that are not among those that exist. */
export function warnOfActivities(emission: Emission, known: readonly string[] | undefined): void {
  const elements = allElements(emission.body);
  const { reporter, calls } = emission;
  for (const { activity, position, reason } of calls.values()) {
    if (reason === undefined) continue;
    const node = elements.find(({ id }) => id === activity.element);
    const element = label(node?.kind ?? 'element', node?.name, activity.element);
    reporter.report('script-outside', { element: activity.element, position }, { element, reason });
  }
  if (!known) return;
  for (const { activity, position } of calledActivities(elements, emission)) {
    const { name, element } = activity;
    if (known.includes(name)) continue;
    reporter.report(
      'activity-unknown',
      { element, position },
      { name },
      { hint: () => didYouMean(name, known) },
    );
  }
}

interface ProcessCall {
  readonly node: CallActivity;
  readonly called: CalledProcess;
}

function callsIn(elements: readonly Node[]): readonly ProcessCall[] {
  return elements.flatMap((node): ProcessCall[] =>
    node.kind === 'callActivity' && !('language' in node.called) ? [{ node, called: node.called }] : [],
  );
}

/** Calls of processes that are not among those that exist. */
export function warnOfProcesses({ body, reporter, callees }: Emission): void {
  for (const { node, called } of callsIn(allElements(body))) {
    if (callees.isKnown(called)) continue;
    const { id, position } = node;
    const parameters = { id: called.id, type: callees.typeOf(called) };
    const hint = () => didYouMean(called.id, callees.names);
    reporter.report('process-unknown', { element: id, position }, parameters, { hint });
  }
}
