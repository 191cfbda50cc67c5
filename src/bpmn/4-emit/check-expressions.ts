import type { BoundaryEvent, Node, Scope } from '../2-model/types';
import { aroundIt, withHandlers } from '../3-structure/scope-parts';
import type { Activity } from './activity-loop';
import { stepOf } from './elements';
import { shadowedBy, type Emission } from './emission';
import { triggerOf } from './event-triggers';
import { condition } from './expressions';
import { Uses } from './helpers';
import { outputLines } from './mappings';
import { isListenedInside } from './listened-inside';
import { instanceNames, multiInstance } from './multi-instance';
import { loopOf } from './scope-call';
import { readsInputs, sightOn } from './seen-inputs';
import type { Sight } from './sight';
import { startConditionLines } from './start-condition';
import { gatheringLines } from './start-gathering';
import { stepLines } from './step-lines';
import { inputNames, mappedSubProcess, ownNames } from './sub-process';

/**
 * Reports what is wrong with expressions wherever they stand: also those that no code is written for, because a region
 * is refused or a decision changes nothing. What is found here and again while writing is reported once.
 */
export function checkExpressions(emission: Emission): void {
  checkScope(emission.process, { ...emission, uses: new Uses(), compared: new Map(), functions: [] });
}

function checkScope({ nodes, flows, eventSubProcesses = [], ...scope }: Scope, emission: Emission): void {
  for (const { id, source, condition: expression } of flows) {
    if (expression) condition(expression, { element: id, root: 'vars' }, source, emission);
  }
  const all = withHandlers([...nodes, ...eventSubProcesses]);
  const listened = all.filter(isListenedInside);
  for (const node of aroundIt(scope, ...all)) {
    const inside = seenInside(node, seenByListener(node, listened, emission));
    const step =
      node.kind === 'subProcess' ? mappedSubProcess(node, () => 'undefined', emission) : stepOf(node, inside);
    if (step) stepLines(step, inside, 0);
    checkLoop(node, emission);
    if (node.kind === 'boundaryEvent') {
      const activity = all.find(({ id }) => id === node.attachedTo);
      triggerOf(node, emission, activity && sightFrom(node, activity));
    }
    if (node.kind === 'startEvent') {
      if (node.trigger) triggerOf({ ...node, trigger: node.trigger }, emission);
      else startConditionLines(node, emission, 0);
      gatheringLines(node, emission, 0);
      if (!node.trigger && node.outputs)
        outputLines(node.outputs, { element: node.id, root: 'vars' }, emission);
    }
    if (node.kind === 'subProcess') {
      checkScope(node.scope, { ...emission, variables: shadowedBy(ownNames(node), emission.variables) });
    }
  }
}

/** What listens inside of an activity's mappings sees its inputs. */
function seenByListener(node: Node, listened: readonly Node[], emission: Emission): Emission {
  const heard = listened.find((one) => aroundIt(one).includes(node));
  return heard ? { ...emission, variables: shadowedBy(inputNames(heard), emission.variables) } : emission;
}

/** The inputs of its activity that a boundary event reads, wherever they are. */
function sightFrom(event: BoundaryEvent, activity: Node): Sight | undefined {
  const site = { element: event.id, root: 'inputs', own: inputNames(activity) };
  return readsInputs(event, activity) ? sightOn(activity, site) : undefined;
}

/** How often an activity is carried out, and on what. */
function checkLoop(node: Node, emission: Emission): void {
  const loop = loopOf(node);
  if (loop?.kind === 'multiInstance') {
    const once = { lines: () => [], asFunction: () => 'undefined' };
    multiInstance(node as Activity, loop, once, [], { ...emission, parts: [] });
  } else if (loop?.condition) {
    const counting = { ...emission, variables: shadowedBy(new Set([loop.counter]), emission.variables) };
    condition(loop.condition, { element: node.id, root: 'vars' }, node.id, counting);
  }
}

/** Each instance of a multi-instance activity has variables of its own. */
function seenInside(node: Node, emission: Emission): Emission {
  const loop = loopOf(node);
  if (loop?.kind !== 'multiInstance') return emission;
  const own = instanceNames(node as Activity, loop);
  return { ...emission, variables: shadowedBy(own, emission.variables) };
}
