import { workflowInfo } from '@temporalio/workflow';
import { DELIVERY_ACTIVITIES, type StartCandidate, type StartTrigger } from '../../shared/delivery';
import { deploymentOf, type ProcessSpec } from '../../shared/process-contract';
import { localDeliveryActivities } from './activities';

/** A workflow function that says which process it is, see `StartEvents`. */
interface StartableFunction {
  readonly process?: ProcessSpec;
}

/**
 * The processes that a message or signal of this name starts, in the order of their types: those of this worker's code
 * that have such a start event. The answer is kept in the history, for the code may be another one tomorrow.
 */
export function findStarts(
  kind: 'messages' | 'signals',
  name: string,
  deployment: string,
): Promise<readonly StartCandidate[]> {
  const { taskQueue } = workflowInfo();
  const trigger: StartTrigger = { kind: kind === 'messages' ? 'message' : 'signal', name };
  const candidates = Object.entries(workflowsOfWorker())
    .flatMap(([type, { process }]): StartCandidate[] => {
      if (!process || deploymentOf(process, taskQueue) !== deployment) return [];
      const startEvent = process.starts?.[kind]?.[name];
      if (startEvent === undefined) return [];
      const { oneRunPerKey } = process.starts ?? {};
      return [{ type, startEvent, trigger, ...(oneRunPerKey && { oneRunPerKey }), ...texts(process) }];
    })
    .sort((a, b) => (a.type < b.type ? -1 : 1));
  return localDeliveryActivities()[DELIVERY_ACTIVITIES.findStarts](candidates);
}

/** How the started run is named and described in the Temporal UI. */
function texts({ name, description }: ProcessSpec): Pick<StartCandidate, 'name' | 'description'> {
  return { ...(name && { name }), ...(description && { description }) };
}

/** What the bundle exports, as Temporal's own loader finds it. */
function workflowsOfWorker(): Readonly<Record<string, StartableFunction>> {
  const { __TEMPORAL__ } = globalThis as unknown as {
    readonly __TEMPORAL__: { importWorkflows(): Readonly<Record<string, StartableFunction>> };
  };
  return __TEMPORAL__.importWorkflows();
}
