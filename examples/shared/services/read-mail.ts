import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import PostalMime from 'postal-mime';
import type { SMTPServerEnvelope } from 'smtp-server';

/** A message in the mailbox. */
export interface Mail {
  /** Its `Message-ID`. */
  readonly id: string;
  readonly from: string;
  /** To whom it was delivered, as the envelope says: with copies, and blind ones. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
  readonly attachments: readonly string[];
  /** When it arrived first, ISO 8601. */
  readonly at: string;
  /** How often it arrived. */
  readonly copies: number;
}

export async function readMail(stream: Readable, { mailFrom, rcptTo }: SMTPServerEnvelope): Promise<Mail> {
  const { messageId, from, subject, text, html, attachments } = await PostalMime.parse(await buffer(stream));
  return {
    id: messageId ?? randomUUID(),
    from: from?.address ?? (mailFrom ? mailFrom.address : ''),
    to: rcptTo.map(({ address }) => address),
    subject: subject ?? '',
    text: text?.trim() ?? '',
    html,
    attachments: attachments.map(({ filename }) => filename ?? 'attachment'),
    at: new Date().toISOString(),
    copies: 1,
  };
}
