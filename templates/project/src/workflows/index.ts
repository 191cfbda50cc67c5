/** All workflows that the worker runs: what is exported here can be started, under its function's name. */
export * from './refund.workflow';
export * from './welcome';
