import { Context } from '@temporalio/activity';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { DELIVERY_ACTIVITIES, type StartCandidate } from '../../shared/delivery';
import { identityOptions } from '../../shared/run-identity';
import { summaryOf } from '../../shared/summary';
import { workflowTaskQueue } from './delivery';

/**
 * The built-in activity that starts processes for messages and signals.
 *
 * @param areRegistered - whether the server knows Baton's search attributes
 */
export function startActivities(areRegistered: () => Promise<boolean>) {
  const start = async (
    { type, startEvent, name = type, description }: StartCandidate,
    workflowId: string,
    input: unknown,
  ): Promise<void> => {
    const { client } = Context.current();
    const registered = await areRegistered();
    try {
      await client.workflow.start(type, {
        // It comes from the id of the message or signal, so that the run is started once.
        workflowId,
        taskQueue: workflowTaskQueue(),
        args: [input ?? {}],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: summaryOf(name, undefined),
        ...(description !== undefined && { staticDetails: description }),
        ...identityOptions({ type, businessKey: undefined, startEvent, registered }),
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
  return { [DELIVERY_ACTIVITIES.start]: start };
}
