/** Every activity that the worker runs. */
export * from './build';
export * from './deployment';
export * from './post';
