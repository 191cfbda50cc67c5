import type * as Evaluation from '../../../shared/feel/evaluation';

/** FEEL, loaded at the first use: few processes have connectors of Camunda 8. */
export function feel(): typeof Evaluation {
  return require('../../../shared/feel/evaluation') as typeof Evaluation;
}
