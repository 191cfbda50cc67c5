/** Every workflow that the worker runs. */
export * from './fulfil-order';
export * from './order-fulfilment.workflow';
