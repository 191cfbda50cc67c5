/**
 * The webhook connector: callbacks of other systems become messages to processes.
 *
 * @module
 */
export { webhook, type WebhookHandler } from './handler';
export type { Callback, CallbackMessage, Refusal, WebhookConfig } from './types';
export type { SignatureConfig, SignedRequest } from './signature';
export { env, reveal, secret, type Configured, type Setting } from '../../settings/settings';
