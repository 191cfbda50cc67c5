import type { Duration } from '@temporalio/common';
import type { Configured } from '../../../settings/settings';

export interface MailConfig {
  /** `smtp://mail.example:587`, or `smtps://mail.example` for TLS from the first byte. Credentials go into `auth`. */
  readonly url: Configured;
  readonly auth?: { readonly user: Configured; readonly password: Configured };
  /**
   * Whether the connection of `smtp:` is encrypted (STARTTLS): `required`, `offered` (if the server offers it), `never`.
   * Default: required where `auth` is given, else offered.
   */
  readonly tls?: 'required' | 'offered' | 'never';
  /** Certificates in PEM form to trust in place of those that Node trusts. */
  readonly ca?: Configured;
  /** Sender of mails that name none. */
  readonly from?: MailAddress;
  /** For a whole mail; default 60 seconds. The activity's own timeout is kept in any case. */
  readonly timeout?: Duration;
  /** Of texts and attachments together, before they are encoded; default: 10 MB. */
  readonly maxBytes?: number;
}

/** `jane@example.org`, `Jane Doe <jane@example.org>`, or in parts. One address, so that no value can add another. */
export type MailAddress = string | { readonly name?: string; readonly address: string };

export interface MailAttachment {
  readonly filename: string;
  readonly content: string | Uint8Array;
  /** Default: by the ending of the file name. */
  readonly contentType?: string;
  /** Makes it part of the HTML: `<img src="cid:logo">`. */
  readonly cid?: string;
}

export interface Mail {
  readonly to: MailAddress | readonly MailAddress[];
  readonly cc?: MailAddress | readonly MailAddress[];
  readonly bcc?: MailAddress | readonly MailAddress[];
  readonly from?: MailAddress;
  readonly replyTo?: MailAddress;
  readonly subject: string;
  /** At least one of `text` and `html`; both make a mail that everybody can read. */
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  readonly headers?: Readonly<Record<string, string>>;
  /** SMTP statuses that are BPMN errors of the process: `{ 550: 'NO_SUCH_MAILBOX' }`. */
  readonly errors?: Readonly<Record<number, string>>;
  /**
   * Instead of the activity's. An activity that sends two mails to the same people gives each its own:
   * `` `${context.idempotencyKey}/reminder` ``.
   */
  readonly idempotencyKey?: string;
}

export interface SentMail {
  /** The same at every attempt: `<…@domain of the sender>`. */
  readonly messageId: string;
  readonly accepted: readonly string[];
  /** Recipients that the server refused while it took others. If it refuses all, the activity fails. */
  readonly rejected: readonly { readonly address: string; readonly reason: string }[];
}

/** Sends mails by one server. Can be made once, outside of activities. */
export interface MailClient {
  send(mail: Mail): Promise<SentMail>;
}
