/**
 * The http connector: calls of HTTP services as activities should make them.
 *
 * @module
 */
export { http } from './client';
export { HttpFailure, type HttpFailureDetails } from './failures';
export type {
  HttpAnswer,
  HttpAuth,
  HttpBody,
  HttpCall,
  HttpClient,
  HttpConfig,
  HttpErrorMapping,
  HttpMethod,
} from './types';
export { env, reveal, secret, type Configured, type Setting } from '../../../settings/settings';
