import type { CatchTrigger, MultipleTrigger, SingleCatchTrigger } from '../../../bpmn/2-model/trigger-types';
import type { Node, Scope, StartEvent } from '../../../bpmn/2-model/types';
import type { OpenWaits } from '../../../shared/wire';
import type { Step } from '../file/schema';
import { testOf } from './conditions/read';
import { solve } from './conditions/solve';
import type { Supply } from './draft';
import { setAt, type Variables } from './nested';
import { waitsFor } from './time';

/** What is known when an element waits. */
export interface Moment {
  readonly waits: OpenWaits['messages'];
  /** What this visit of it brings. */
  readonly supply: Supply | undefined;
  /** How often it was tried in vain to get it on its way. */
  readonly tries: number;
  /** How many steps were taken for it before. */
  readonly steps: number;
}

/** The step that gets an element on its way, if there is one. */
export function stepFor(node: Node, moment: Moment): Step | undefined {
  const variables = variablesOf(moment.supply);
  switch (node.kind) {
    case 'userTask':
      return moment.tries > 0 ? undefined : { complete: { task: node.id, ...variables } };
    case 'receiveTask':
    case 'intermediateCatchEvent':
      return stepForTrigger(node.trigger, moment);
    case 'boundaryEvent':
      return isHappening(node.trigger) ? stepForTrigger(node.trigger, moment) : undefined;
    case 'startEvent':
      if (node.gathers) return stepForTrigger(othersOf(node, node.gathers), moment);
      return node.trigger && isHappening(node.trigger) ? stepForTrigger(node.trigger, moment) : undefined;
    case 'serviceTask':
    case 'sendTask':
    case 'businessRuleTask':
    case 'scriptTask':
    case 'callActivity': {
      const duration = moment.supply?.takes ?? waitsFor('')[moment.tries];
      return duration === undefined ? undefined : { advance: duration };
    }
    case 'subProcess': {
      if (node.adHoc?.start !== 'none') return undefined;
      const activity = activitiesIn(node.scope)[moment.steps];
      return activity && { activate: { adHoc: node.id, activity: activity.id } };
    }
    default:
      return undefined;
  }
}

/** Of what starts a process together: all but the first, by which the scenario starts it. */
function othersOf({ startedBy = [] }: StartEvent, gathers: MultipleTrigger): MultipleTrigger {
  const [first] = startedBy;
  const isFirst = (trigger: SingleCatchTrigger) =>
    JSON.stringify([trigger.kind, nameIn(trigger)]) === JSON.stringify([first?.kind, first && nameIn(first)]);
  return { ...gathers, triggers: gathers.triggers.filter((trigger) => !isFirst(trigger)) };
}

function nameIn(trigger: SingleCatchTrigger): string | undefined {
  return 'name' in trigger ? trigger.name.text : undefined;
}

/** What can be started in an ad-hoc sub-process. */
export function activitiesIn({ nodes }: Scope): readonly Node[] {
  return nodes.filter(({ incoming, kind }) => incoming.length === 0 && kind !== 'boundaryEvent');
}

const HAPPENINGS = ['timer', 'message', 'signal', 'conditional', 'multiple'];

function isHappening(trigger: { readonly kind: string }): trigger is CatchTrigger {
  return HAPPENINGS.includes(trigger.kind);
}

function stepForTrigger(trigger: CatchTrigger, moment: Moment): Step | undefined {
  if (trigger.kind !== 'multiple') return stepForSingle(trigger, moment);
  const one = trigger.triggers[trigger.parallel ? moment.tries : 0];
  return one && stepForSingle(one, { ...moment, tries: 0 });
}

function stepForSingle(trigger: SingleCatchTrigger, moment: Moment): Step | undefined {
  const { waits, supply, tries } = moment;
  if (trigger.kind === 'timer') {
    const duration = waitsFor(trigger.value.text)[tries];
    return duration === undefined ? undefined : { advance: duration };
  }
  if (tries > 0) return undefined;
  const variables = variablesOf(supply);
  if (trigger.kind === 'conditional') {
    const test = testOf(trigger.condition, '');
    const found = test && solve([test]);
    return found && { set: { variables: nested(found) } };
  }
  const isFixed = trigger.name.language === 'literal';
  if (trigger.kind === 'signal')
    return isFixed ? { signal: { name: trigger.name.text, ...variables } } : undefined;
  const wait = waits.find(({ name }) => name === trigger.name.text) ?? (isFixed ? undefined : waits[0]);
  if (!wait && !isFixed) return undefined;
  const { name = trigger.name.text, key } = wait ?? {};
  return { message: { name, ...(key !== undefined && { key }), ...variables } };
}

function variablesOf(supply: Supply | undefined): { readonly variables?: Variables } {
  const value = supply?.data['value'];
  return typeof value === 'object' && value !== null ? { variables: value as Variables } : {};
}

function nested(values: ReadonlyMap<string, unknown>): Variables {
  const variables: Variables = {};
  for (const [path, value] of values) setAt(variables, path, value);
  return variables;
}
