import { enter, error, parallel, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { tearDownEnvironment as process } from './tear-down-environment.process';

/** Tearing down by hand: compare tear-down.workflow.ts, which is compiled from the diagram. */
export async function tearDownEnvironment(input: InputOf<typeof process>): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, forEach, guard, end } = enter(process, input);

  const lookUp = async () => assign(await task('Look up in inventory', activities.lookUpEnvironment, vars));
  const outcome = await guard(lookUp, { 'Not in inventory': error('UNKNOWN_ENVIRONMENT') });
  if (outcome !== 'done') return end('Nothing to do');

  // Nobody gets in any more; then what nothing else depends on goes, and the database last.
  await task('Delete load balancer', activities.deleteLoadBalancer, vars);
  await parallel(
    async () => {
      await forEach('Delete web server', vars.orders, (order) =>
        task('Delete web server', activities.deleteServer, { order }),
      );
      await task('Delete database', activities.deleteDatabase, vars);
    },
    () => task('Delete firewall', activities.deleteFirewall, vars),
  );
  await task('Remove from inventory', activities.forgetEnvironment, vars);
  return end('Environment gone');
}
