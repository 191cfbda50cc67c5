/** Every workflow that the worker runs. */
export * from './deliver-commit';
export * from './delivery-pipeline.workflow';
