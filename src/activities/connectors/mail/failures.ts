import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from '../../../shared/bpmn-error';
import type { Redaction } from '../shared/redaction';

/** Types of the failures of the mail connector, named by what follows from them. */
export const MailFailure = {
  /** The server was not reached, broke off, or says "later" (4xx). Retried. */
  Unavailable: 'MailUnavailable',
  /** The server says no (5xx): credentials, sender, all recipients, the message. Never retried. */
  Rejected: 'MailRejected',
  /** The mail cannot be sent as it is: an address, its size. Never retried. */
  BadMail: 'BadMail',
} as const;

/** First detail of the failures of the mail connector that come from the server. */
export interface MailFailureDetails {
  /** SMTP status, if the server gave one. */
  readonly status?: number;
  /** At which command of SMTP: `RCPT TO`. */
  readonly command?: string;
}

/** What nodemailer throws. */
interface SmtpError {
  readonly message?: string;
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

export function badMail(message: string): ApplicationFailure {
  return ApplicationFailure.create({ type: MailFailure.BadMail, message, nonRetryable: true });
}

export function mailUnavailable(message: string, details: MailFailureDetails = {}): ApplicationFailure {
  return ApplicationFailure.create({ type: MailFailure.Unavailable, message, details: [details] });
}

/** The failure for what nodemailer threw: a BPMN error, a failure to retry, or a final one. */
export function smtpFailure(
  error: unknown,
  errors: Readonly<Record<number, string>> = {},
  redaction: Redaction,
): Error {
  const { message = String(error), code, responseCode: status, command } = error as SmtpError;
  const text = redaction.redact(`Mail was not sent: ${message.replace(/\s+/g, ' ').slice(0, 500)}`);
  const details = { ...(status !== undefined && { status }), ...(command !== undefined && { command }) };
  const mapped = status === undefined ? undefined : errors[status];
  if (mapped !== undefined) return bpmnError(mapped, { message: text });
  // Without a status the network failed; or nodemailer refused the mail itself, which is final.
  const isFinal = status === undefined ? code === 'EENVELOPE' || code === 'EMESSAGE' : status >= 500;
  if (!isFinal) return mailUnavailable(text, details);
  return ApplicationFailure.create({
    type: MailFailure.Rejected,
    message: text,
    nonRetryable: true,
    details: [details],
  });
}
