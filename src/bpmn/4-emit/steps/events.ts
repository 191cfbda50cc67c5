import type { ThrowTrigger } from '../../2-model/trigger-types';
import type {
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  MessageTask,
  ReceiveTask,
} from '../../2-model/types';
import { call, quote, type Doc } from '../doc';
import type { Emission } from '../emission';
import { localsOf, withOutputs, type Locals } from '../locals';
import { awaitedInputs } from '../seen-inputs';
import type { Step } from '../step';
import { catchTrigger, hasPayload, thrown, thrownAmongOthers } from '../triggers';
import { serviceTask } from './service-task';

type Catching = IntermediateCatchEvent | ReceiveTask;
type Throwing = IntermediateThrowEvent | MessageTask | EndEvent;

export function catchEvent(node: Catching, emission: Emission): Step {
  if (node.startedBy && !node.waits) return started(node, emission);
  const { inputs, sight } = awaitedInputs(node, emission);
  const trigger = catchTrigger(node.trigger, node.id, emission, { sight });
  const wait = call(emission.uses.use('wait'), quote(node.id), trigger);
  return caught(node, { call: wait, awaited: true }, inputs, emission);
}

/** It has happened: what came with it is the input of the process. */
function started(node: Catching, emission: Emission): Step {
  const { before, site } = localsOf(node, emission, { handsOver: false });
  const pass = call(emission.uses.use('pass'), quote(node.id));
  return withOutputs({ before, call: pass, awaited: false }, node, site, emission);
}

/** An event that an event-based gateway has waited for; undefined if nothing comes with it. */
export function caughtEvent(node: Catching, event: string, emission: Emission): Step | undefined {
  const isNeeded = hasPayload(node.trigger) || node.outputs !== undefined;
  if (!isNeeded) return undefined;
  const inputs = localsOf(node, emission, { handsOver: false });
  return caught(node, { call: `${event}.payload`, awaited: false }, inputs, emission);
}

/** The payload goes where the output mappings say, else into the variables. */
function caught(node: Catching, step: Step, { before, site }: Locals, emission: Emission): Step {
  const assigned = hasPayload(node.trigger) ? { assigned: true } : {};
  return withOutputs({ ...step, before, ...assigned }, node, site, emission);
}

/** Input mappings are what a message or signal brings along. */
export function throwEvent(node: Throwing & { readonly trigger: ThrowTrigger }, emission: Emission): Step {
  const { id, trigger } = node;
  const { uses } = emission;
  const { before, site, input } = localsOf(node, emission, { handsOver: true });
  const done = (work: Doc) => withOutputs({ before, call: work, awaited: true }, node, site, emission);
  if (trigger.kind === 'multipleThrow') {
    const all = trigger.triggers.map((one) => thrownAmongOthers(one, input, site, emission));
    return done(call(uses.use('throwAll'), quote(id), ...all));
  }
  const helper = trigger.kind === 'message' ? uses.use('publish') : uses.use('broadcast');
  return done(call(helper, quote(id), ...thrown(trigger, input, site, emission)));
}

export function intermediateThrowEvent(node: IntermediateThrowEvent, emission: Emission): Step {
  const { id, trigger } = node;
  if (trigger?.kind === 'work') return serviceTask(trigger.task, emission);
  if (isSent(trigger)) return throwEvent({ ...node, trigger }, emission);
  const { before, site } = localsOf(node, emission, { handsOver: false });
  return withOutputs(
    { before, call: call(emission.uses.use('pass'), quote(id)), awaited: false },
    node,
    site,
    emission,
  );
}

/** What others in and outside of the run may receive; the rest of what is thrown concerns what is around it. */
function isSent(trigger: IntermediateThrowEvent['trigger']): trigger is ThrowTrigger {
  return trigger !== undefined && !NOT_SENT.has(trigger.kind);
}

const NOT_SENT: ReadonlySet<string> = new Set(['escalation', 'compensate', 'work']);
