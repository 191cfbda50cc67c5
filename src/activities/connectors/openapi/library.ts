import type * as OpenapiFetch from 'openapi-fetch';
import { optionalLibrary } from '../shared/optional-library';

export function openapiFetch(): typeof OpenapiFetch {
  return optionalLibrary(
    'openapi-fetch',
    'batonflow/openapi',
    () => require('openapi-fetch') as typeof OpenapiFetch,
  );
}
