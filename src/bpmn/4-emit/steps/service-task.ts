import type { ExpressionTask, ServiceTask } from '../../2-model/types';
import { beanCall } from '../bean-call';
import { call, lambda, object, quote, unawaited, type Doc } from '../doc';
import { durationText } from '../duration-text';
import type { Emission } from '../emission';
import { value } from '../expressions';
import { mapped } from '../mappings';
import { activityName } from '../names';
import type { Step } from '../step';

export function serviceTask(node: ServiceTask | ExpressionTask, emission: Emission): Step {
  return 'expression' in node ? expressionTask(node, emission) : activityTask(node, emission);
}

function activityTask(node: ServiceTask, emission: Emission): Step {
  const { uses } = emission;
  const input = node.inputs.length > 0 ? mapped(node.inputs, node.id, emission) : uses.use('vars');
  const args = [quote(node.id), `${uses.useActivities()}.${activityName(node.implementation)}`, input];
  const options = retryOptions(node);
  return {
    call: call(uses.use('task'), ...args, ...(options ? [options] : [])),
    awaited: true,
    ...resultOf(node, true),
  };
}

/** The call of a bean is that of an activity; anything else is evaluated in the workflow. */
function expressionTask(node: ExpressionTask, emission: Emission): Step {
  const site = { element: node.id, root: 'vars' };
  const bean = beanCall(node.expression, site, emission, retryOptions(node));
  if (bean) return { call: bean.call, awaited: true, ...resultOf(node, bean.isDelegate) };
  const { doc, awaited } = unawaited(value(node.expression, site, emission));
  return {
    call: call(emission.uses.use('script'), quote(node.id), lambda('()', doc)),
    awaited,
    ...resultOf(node, false),
  };
}

/** Where the result goes. Without anything said, that of an activity which stands for a delegate is merged. */
function resultOf(
  { outputs, resultVariable }: ServiceTask | ExpressionTask,
  isDelegate: boolean,
): Pick<Step, 'outputs' | 'target' | 'assigned'> {
  if (outputs.length > 0) return { outputs };
  return resultVariable === undefined ? { assigned: isDelegate } : { target: resultVariable };
}

function retryOptions({ retries, retryInterval }: ServiceTask | ExpressionTask): Doc | undefined {
  if (retries === undefined && retryInterval === undefined) return undefined;
  const retry: [string, Doc][] = [];
  if (retries !== undefined) retry.push(['maximumAttempts', String(retries)]);
  if (retryInterval !== undefined) {
    retry.push(['initialInterval', quote(durationText(retryInterval))], ['backoffCoefficient', '1']);
  }
  return object([['retry', object(retry)]]);
}
