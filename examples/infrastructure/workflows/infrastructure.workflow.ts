import {
  bpmnError,
  enter,
  error,
  parallel,
  timer,
  withOwn,
  type Continued,
  type InputOf,
  type OutputOf,
} from 'batonflow/workflow';
import * as activities from '../activities/contracts';
import { infrastructure as process } from './infrastructure.process';

/**
 * Provision environment. Generated from infrastructure.bpmn: change the diagram, then run `baton compile`.
 *
 * One request brings up database, web servers, firewall and load balancer at two cloud providers and in our
 * own data centre: in the order in which they depend on each other, side by side where they do not. Either
 * all of it is there in the end, or nothing.
 */
export async function infrastructure(
  input: InputOf<typeof process>,
  continued?: Continued,
): Promise<OutputOf<typeof process>> {
  const {
    vars,
    assign,
    task,
    wait,
    guard,
    forEach,
    scope,
    compensateWith,
    compensate,
    published,
    handOver,
    part,
    pass,
    end,
  } = enter(process, input, continued);
  if (continued?.at === 'Event_AskAgain') return part(awaitDatabase);

  // Build environment
  const buildEnvironmentOutcome = await guard(
    () =>
      scope('Sub_Build', buildEnvironment, {
        Start_NotPossible: {
          on: error('NOT_POSSIBLE'),
          run: () => scope('Sub_NotPossible', somethingCannotBeHad),
        },
        Start_Overdue: {
          on: timer('PT1H'),
          interrupting: true,
          run: () => scope('Sub_Overdue', itTakesTooLong),
        },
      }),
    { Event_Undone: error('UNDONE') },
  );
  if (buildEnvironmentOutcome === 'Event_Undone') {
    // Undone

    // Report failure
    assign(await task('Task_ReportFailure', activities.reportFailure, vars));

    // Nothing left behind
    return end('End_Undone');
  }

  // Record in inventory
  assign(await task('Task_Record', activities.recordEnvironment, vars));

  // Announce environment
  assign(await task('Task_Announce', activities.announceEnvironment, vars));

  // Environment ready
  return end('End_Ready');

  // Build environment
  async function buildEnvironment() {
    await parallel(requestDatabase, createFirewall);

    // Open to traffic
    assign(await task('Task_OpenToTraffic', activities.openToTraffic, vars));

    // Verify
    assign(await task('Task_Verify', activities.verifyEnvironment, vars));

    // Healthy?
    if (!vars.healthy) {
      // Not healthy
      pass('End_NotHealthy');
      throw bpmnError('NOT_POSSIBLE', { message: 'Not healthy' });
    }

    // Built
    pass('End_Built');
  }

  // Event sub-process: Something cannot be had
  async function somethingCannotBeHad() {
    // Undo what is there
    pass('Event_UndoImpossible');
    await compensate();

    // Undone
    pass('End_ImpossibleUndone');
    throw bpmnError('UNDONE', { message: 'Undone' });
  }

  // Event sub-process: It takes too long
  async function itTakesTooLong() {
    // Undo what is there
    pass('Event_UndoOverdue');
    await compensate();

    // Undone
    pass('End_OverdueUndone');
    throw bpmnError('UNDONE', { message: 'Undone' });
  }

  async function requestDatabase() {
    // Request database
    assign(await task('Task_RequestDatabase', activities.requestDatabase, vars));
    compensateWith('Task_RequestDatabase', async () => {
      // Delete database
      assign(await task('Task_DeleteDatabase', activities.deleteDatabase, vars));
    });

    // Await database
    await scope('Sub_AwaitDatabase', awaitDatabase);

    // Order web server
    vars.orders = await forEach('Task_OrderServer', vars.webServers, async (server) => {
      const orderWebServerVariables = await withOwn(
        vars,
        { server, order: undefined },
        async ({ vars, assign }) => {
          assign(await task('Task_OrderServer', activities.orderServer, vars));
          compensateWith('Task_OrderServer', async () => {
            // Delete web server
            assign(await task('Task_DeleteServer', activities.deleteServer, vars));
          });
        },
      );
      return orderWebServerVariables.order;
    });

    // Await web server
    vars.servers = await forEach('Task_AwaitServer', vars.orders, async (order) => {
      const awaitWebServerVariables = await withOwn(
        vars,
        { order, server: undefined },
        async ({ vars, assign }) => {
          assign(await wait('Task_AwaitServer', published('Server finished', vars.order.operation)));
        },
      );
      return awaitWebServerVariables.server;
    });

    // All running?
    if (!vars.servers.every((server) => server.state === 'running')) {
      // Server failed
      pass('End_ServerFailed');
      throw bpmnError('NOT_POSSIBLE', { message: 'Server failed' });
    }
  }

  async function createFirewall() {
    // Create firewall
    assign(await task('Task_CreateFirewall', activities.createFirewall, vars));
    compensateWith('Task_CreateFirewall', async () => {
      // Delete firewall
      assign(await task('Task_DeleteFirewall', activities.deleteFirewall, vars));
    });

    // Create load balancer
    assign(await task('Task_CreateLoadBalancer', activities.createLoadBalancer, vars));
    compensateWith('Task_CreateLoadBalancer', async () => {
      // Delete load balancer
      assign(await task('Task_DeleteLoadBalancer', activities.deleteLoadBalancer, vars));
    });
  }

  // Await database
  async function awaitDatabase() {
    do {
      if (await handOver('Event_AskAgain')) return;

      // After a while
      await wait('Event_AskAgain', timer(vars.askEvery));

      // Check database
      assign(await task('Task_CheckDatabase', activities.checkDatabase, vars));

      // Ready?
    } while (!vars.databaseReady);
    pass('End_DatabaseReady');
  }
}
