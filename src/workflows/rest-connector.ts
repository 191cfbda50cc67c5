import { inWorkflowContext, workflowInfo } from '@temporalio/workflow';
import type { ActivityContract } from '../shared/activity-contract';
import { builtInTaskQueue } from '../shared/delivery';
import type { OpenVariables } from '../shared/process-contract';
import { REST_CONNECTOR, type RestCall } from '../shared/rest-connector';

/**
 * Camunda 8's REST connector (`io.camunda:http-json:1`) as an activity: calls the address and gives what its result
 * variable and its result expression put into the variables. Every Baton worker has it. Secrets are put in there and
 * do not reach the history.
 *
 * Temporal calls: with `task` as any activity; on the task queue of the built-in ones.
 *
 * @example
 * assign(
 *   await task('Task_Rate', restConnector, {
 *     url: 'https://rates.example/eur',
 *     authentication: { type: 'bearer', token: '{{secrets.RATES_TOKEN}}' },
 *     secrets: ['RATES_TOKEN'],
 *     resultExpression: '{rate: response.body.rate}',
 *   }),
 * );
 */
export const restConnector: ActivityContract<RestCall, OpenVariables> = {
  name: REST_CONNECTOR,
  plain: true,
  // Only a run knows its task queue.
  get options() {
    return inWorkflowContext() ? { taskQueue: builtInTaskQueue(workflowInfo().taskQueue) } : {};
  },
};
