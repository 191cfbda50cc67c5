/**
 * The mail connector: mails over SMTP, as activities should send them.
 *
 * @module
 */
export { mail } from './client';
export { MailFailure, type MailFailureDetails } from './failures';
export { env, reveal, secret, type Configured, type Setting } from '../../../settings/settings';
export type { Mail, MailAddress, MailAttachment, MailClient, MailConfig, SentMail } from './types';
