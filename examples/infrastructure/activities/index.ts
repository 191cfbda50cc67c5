/** Every activity that the worker runs. */
export * from './data-centre';
export * from './drift';
export * from './inventory';
export * from './nimbus';
export * from './post';
export * from './stratus';
