/** Every workflow that the worker runs. */
export * from './close-month';
export * from './financial-reporting.workflow';
