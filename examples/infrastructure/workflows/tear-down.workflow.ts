import { enter, error, parallel, withOwn, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { tearDown as process } from './tear-down.process';

/**
 * Tear down environment. Generated from tear-down.bpmn: change the diagram, then run `baton compile`.
 *
 * Takes an environment down again, against the order in which it was built: first nobody gets in any more,
 * then what nothing else depends on goes, and the database last.
 */
export async function tearDown(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, guard, forEach, end } = enter(process, input);

  // Look up in inventory
  const lookUpInInventoryOutcome = await guard(
    async () => assign(await task('Task_LookUp', activities.lookUpEnvironment, vars)),
    { Event_Unknown: error('UNKNOWN_ENVIRONMENT') },
  );
  if (lookUpInInventoryOutcome === 'Event_Unknown') {
    // Not in inventory

    // Nothing to do
    return end('End_Unknown');
  }

  // Delete load balancer
  assign(await task('Task_DeleteLoadBalancer', activities.deleteLoadBalancer, vars));

  await parallel(deleteWebServer, async () => {
    // Delete firewall
    assign(await task('Task_DeleteFirewall', activities.deleteFirewall, vars));
  });

  // Remove from inventory
  assign(await task('Task_Forget', activities.forgetEnvironment, vars));

  // Environment gone
  return end('End_Gone');

  async function deleteWebServer() {
    // Delete web server
    await forEach('Task_DeleteServers', vars.orders, (order) =>
      withOwn(vars, { order }, async ({ vars, assign }) => {
        assign(await task('Task_DeleteServers', activities.deleteServer, vars));
      }),
    );

    // Delete database
    assign(await task('Task_DeleteDatabase', activities.deleteDatabase, vars));
  }
}
