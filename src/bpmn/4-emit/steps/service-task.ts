import type { ExpressionTask, ServiceTask } from '../../2-model/types';
import type { Expression } from '../../2-model/value-types';
import { beanCall } from '../bean-call';
import { call, lambda, object, quote, unawaited, type Doc } from '../doc';
import { durationText } from '../duration-text';
import type { Emission } from '../emission';
import { value, type Site } from '../expressions';
import { localsOf, withOutputs, type Locals } from '../locals';
import { mappedEntries } from '../mappings';
import { scriptStep } from '../scripts';
import type { Step } from '../step';
import { decisionTask } from './decision-task';
import { activityReference, triesDoc } from '../work-parts';
import { isRestTask, jobTimeout, restEntries, withBackoff } from './rest-task';

export function serviceTask(node: ServiceTask | ExpressionTask, emission: Emission): Step {
  if ('expression' in node) return expressionTask(node, emission);
  const decision = emission.decisions.find(node);
  return decision ? decisionTask(node, decision, emission) : activityTask(node, emission);
}

function activityTask(node: ServiceTask, emission: Emission): Step {
  const { uses } = emission;
  const isRest = isRestTask(node);
  const fields = isRest ? [] : (node.fields ?? []);
  const values = [...fields.map(({ source }) => source), ...expressionsIn(node)];
  const locals = localsOf(node, emission, { handsOver: true, values });
  const input = locals.input ?? uses.use('vars');
  const more = isRest ? restEntries(node) : mappedEntries(fields, locals.site, emission);
  const args = [
    quote(node.id),
    isRest ? uses.use('restConnector') : activityReference(node.implementation, locals.site, emission),
    more.length > 0 ? withEntries(input, more) : input,
  ];
  const options = isRest
    ? optionsOf(withBackoff(node), locals.site, emission, jobTimeout(node))
    : optionsOf(node, locals.site, emission);
  const work = call(uses.use('task'), ...args, ...(options ? [options] : []));
  return stepOf({ call: work, awaited: true, isDelegate: true }, node, locals, emission);
}

/** What is evaluated besides what the activity gets: which one it is, and how often it is tried. */
function expressionsIn({ implementation, retries }: ServiceTask): readonly Expression[] {
  return [implementation, retries].filter((one) => typeof one === 'object');
}

/** What goes along with the rest: what an engine puts into the object that it calls, for instance. */
function withEntries(input: Doc, entries: readonly (readonly [string, Doc])[]): Doc {
  const others: readonly (readonly [string, Doc])[] =
    typeof input === 'object' && input.kind === 'object' ? input.entries : [['...', input]];
  return object([...others, ...entries]);
}

/** The call of a bean is that of an activity; anything else is evaluated in the workflow. */
function expressionTask(node: ExpressionTask, emission: Emission): Step {
  const { expression } = node;
  const seesAll = /\bexecution\b/.test(expression.text);
  const locals = localsOf(node, emission, { handsOver: false, values: [expression], seesAll });
  const bean = beanCall(expression, locals.site, emission, optionsOf(node, locals.site, emission));
  if (bean) return stepOf({ ...bean, awaited: true }, node, locals, emission);
  const { doc, awaited } = unawaited(value(expression, { ...locals.site, within: true }, emission));
  const script = call(emission.uses.use('script'), quote(node.id), lambda('()', doc));
  const work = scriptStep(script, awaited, emission);
  return stepOf({ ...work, isDelegate: false }, node, locals, emission);
}

interface Work extends Pick<Step, 'call' | 'awaited'> {
  /** Without anything said, what an activity that stands for a delegate gives is merged into the variables. */
  readonly isDelegate: boolean;
}

function stepOf(
  { isDelegate, ...work }: Work,
  node: ServiceTask | ExpressionTask,
  { before, site, except }: Locals,
  emission: Emission,
): Step {
  const { resultVariable } = node;
  const result = resultVariable === undefined ? { assigned: isDelegate, except } : { target: resultVariable };
  return withOutputs({ before, ...work, ...result }, node, site, emission);
}

function optionsOf(
  { retries, retryInterval }: ServiceTask | ExpressionTask,
  site: Site,
  emission: Emission,
  startToClose?: string,
): Doc | undefined {
  const retry: [string, Doc][] = [];
  if (retries !== undefined) retry.push(['maximumAttempts', triesDoc(retries, site, emission)]);
  if (retryInterval !== undefined) {
    retry.push(['initialInterval', quote(durationText(retryInterval))], ['backoffCoefficient', '1']);
  }
  const options: [string, Doc][] = [];
  if (startToClose !== undefined) options.push(['startToCloseTimeout', quote(durationText(startToClose))]);
  if (retry.length > 0) options.push(['retry', object(retry)]);
  return options.length > 0 ? object(options) : undefined;
}
