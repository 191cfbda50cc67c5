import { activityContract } from 'batonflow/contract';
import { z } from 'zod';
import { Comparison, Entry, Order, Server } from './resources';

/**
 * What workflows and the worker agree on. Workflow code imports this file, so nothing of Node may be in it.
 *
 * Whatever creates something ends in the BPMN error `NOT_POSSIBLE` when the provider refuses it, with `reason` for the
 * variables. A provider that is down is no such error: it is tried again, and in the end an incident.
 */

const environment = z.string();
const id = z.string();

/** Providers are given half a minute to come back before a person is asked. */
const patient = {
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 6, initialInterval: '500 milliseconds', maximumInterval: '10 seconds' },
} as const;

// Stratus: databases. It has to be asked how far it is.

export const requestDatabase = activityContract('requestDatabase', {
  input: z.object({ environment, databaseSize: z.string() }),
  output: z.object({ databaseId: id }),
  ...patient,
});

export const checkDatabase = activityContract('checkDatabase', {
  input: z.object({ databaseId: id }),
  output: z.object({ databaseReady: z.boolean(), databaseAddress: z.string() }),
  ...patient,
});

export const deleteDatabase = activityContract('deleteDatabase', {
  input: z.object({ databaseId: id }),
  ...patient,
});

// Nimbus: servers. It calls back, and the message `Server finished` comes.

export const orderServer = activityContract('orderServer', {
  input: z.object({ environment, server: z.string(), databaseAddress: z.string() }),
  output: z.object({ order: Order }),
  ...patient,
});

export const deleteServer = activityContract('deleteServer', {
  input: z.object({ order: Order }),
  ...patient,
});

// The data centre: firewall, load balancer, inventory. It answers when it is done.

export const createFirewall = activityContract('createFirewall', {
  input: z.object({ environment }),
  output: z.object({ firewallId: id }),
  ...patient,
});

export const deleteFirewall = activityContract('deleteFirewall', {
  input: z.object({ firewallId: id }),
  ...patient,
});

export const createLoadBalancer = activityContract('createLoadBalancer', {
  input: z.object({ environment, firewallId: id }),
  output: z.object({ loadBalancerId: id, address: z.string() }),
  ...patient,
});

export const deleteLoadBalancer = activityContract('deleteLoadBalancer', {
  input: z.object({ loadBalancerId: id }),
  ...patient,
});

/** Puts the servers behind the load balancer and opens the firewall to it. */
export const openToTraffic = activityContract('openToTraffic', {
  input: z.object({ firewallId: id, loadBalancerId: id, servers: z.array(Server) }),
  ...patient,
});

/** Looks at the environment from outside, as its users will. */
export const verifyEnvironment = activityContract('verifyEnvironment', {
  input: z.object({ address: z.string() }),
  output: z.object({ healthy: z.boolean(), reason: z.string() }),
  ...patient,
});

// The inventory, which is in the data centre as well.

export const recordEnvironment = activityContract('recordEnvironment', { input: Entry, ...patient });

/** Ends in the BPMN error `UNKNOWN_ENVIRONMENT` when the inventory does not have it. */
export const lookUpEnvironment = activityContract('lookUpEnvironment', {
  input: z.object({ environment }),
  output: Entry,
  ...patient,
});

export const forgetEnvironment = activityContract('forgetEnvironment', {
  input: z.object({ environment }),
  ...patient,
});

export const readInventory = activityContract('readInventory', {
  output: z.object({ environments: z.array(Entry) }),
  ...patient,
});

/** Asks all three providers for everything that the environment consists of. */
export const compareEnvironment = activityContract('compareEnvironment', {
  input: z.object({ environment: Entry }),
  output: z.object({ comparison: Comparison }),
  ...patient,
});

// Mail to whom it concerns.

export const announceEnvironment = activityContract('announceEnvironment', {
  input: z.object({ environment, requestedBy: z.email(), address: z.string() }),
  ...patient,
});

export const reportFailure = activityContract('reportFailure', {
  input: z.object({ environment, requestedBy: z.email(), reason: z.string() }),
  ...patient,
});

export const reportDrift = activityContract('reportDrift', {
  input: z.object({ comparisons: z.array(Comparison) }),
  ...patient,
});
