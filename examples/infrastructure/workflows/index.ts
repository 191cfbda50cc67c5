/** Every workflow that the worker runs. */
export * from './detect-drift';
export * from './drift-check.workflow';
export * from './infrastructure.workflow';
export * from './provision-environment';
export * from './tear-down-environment';
export * from './tear-down.workflow';
