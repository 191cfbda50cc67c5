import type * as Feelin from 'feelin';

/** Loaded at the first use: few processes have connectors of Camunda 8. */
export function feelin(): typeof Feelin {
  return require('feelin') as typeof Feelin;
}
