import { bpmnError, enter, error, parallel, timer, type InputOf, type OutputOf } from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { provisionEnvironment as process } from './provision-environment.process';

/** Provisioning by hand: compare infrastructure.workflow.ts, which is compiled from the diagram. */
export async function provisionEnvironment(
  input: InputOf<typeof process>,
): Promise<OutputOf<typeof process>> {
  const { vars, assign, task, wait, forEach, guard, compensateWith, compensate, published, end } = enter(
    process,
    input,
  );

  const outcome = await guard(build, {
    'Not possible': error('NOT_POSSIBLE'),
    'After an hour': timer('PT1H'),
  });
  if (outcome !== 'done') {
    await compensate();
    await task('Report failure', activities.reportFailure, vars);
    return end('Nothing left behind');
  }
  await task('Record in inventory', activities.recordEnvironment, vars);
  await task('Announce environment', activities.announceEnvironment, vars);
  return end('Environment ready');

  async function build() {
    await parallel(buildDatabaseAndServers, buildFirewallAndLoadBalancer);
    await task('Open to traffic', activities.openToTraffic, vars);
    assign(await task('Verify', activities.verifyEnvironment, vars));
    if (!vars.healthy) throw bpmnError('NOT_POSSIBLE');
  }

  async function buildDatabaseAndServers() {
    assign(await task('Request database', activities.requestDatabase, vars));
    compensateWith('Request database', () => task('Delete database', activities.deleteDatabase, vars));

    // Stratus has to be asked how far it is.
    while (!vars.databaseReady) {
      await wait('After a while', timer(vars.askEvery));
      assign(await task('Check database', activities.checkDatabase, vars));
    }

    vars.orders = await forEach('Order web server', vars.webServers, async (server) => {
      const { order } = await task('Order web server', activities.orderServer, { ...vars, server });
      compensateWith('Order web server', () => task('Delete web server', activities.deleteServer, { order }));
      return order;
    });

    // Nimbus calls back, once for each.
    vars.servers = await forEach('Await web server', vars.orders, async ({ operation }) => {
      const { server, reason } = await wait('Await web server', published('Server finished', operation));
      if (reason !== undefined) vars.reason = reason;
      return server;
    });
    if (!vars.servers.every(({ state }) => state === 'running')) throw bpmnError('NOT_POSSIBLE');
  }

  async function buildFirewallAndLoadBalancer() {
    assign(await task('Create firewall', activities.createFirewall, vars));
    compensateWith('Create firewall', () => task('Delete firewall', activities.deleteFirewall, vars));

    assign(await task('Create load balancer', activities.createLoadBalancer, vars));
    compensateWith('Create load balancer', () =>
      task('Delete load balancer', activities.deleteLoadBalancer, vars),
    );
  }
}
