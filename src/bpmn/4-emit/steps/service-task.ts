import type { ServiceTask } from '../../2-model/types';
import { call, object, quote, type Doc } from '../doc';
import { durationText } from '../duration-text';
import type { Emission } from '../emission';
import { mapped } from '../mappings';
import { activityName } from '../names';
import type { Step } from '../step';

export function serviceTask(node: ServiceTask, emission: Emission): Step {
  const { uses } = emission;
  const input = node.inputs.length > 0 ? mapped(node.inputs, node.id, emission) : uses.use('vars');
  const args = [quote(node.id), `${uses.useActivities()}.${activityName(node.implementation)}`, input];
  const options = retryOptions(node);
  const outputs = node.outputs.length > 0 ? { outputs: node.outputs } : { assigned: true };
  return { call: call(uses.use('task'), ...args, ...(options ? [options] : [])), awaited: true, ...outputs };
}

function retryOptions({ retries, retryInterval }: ServiceTask): Doc | undefined {
  if (retries === undefined && retryInterval === undefined) return undefined;
  const retry: [string, Doc][] = [];
  if (retries !== undefined) retry.push(['maximumAttempts', String(retries)]);
  if (retryInterval !== undefined) {
    retry.push(['initialInterval', quote(durationText(retryInterval))], ['backoffCoefficient', '1']);
  }
  return object([['retry', object(retry)]]);
}
