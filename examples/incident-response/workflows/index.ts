/** Every workflow that the worker runs. */
export * from './incident-response.workflow';
export * from './respond-to-incident';
