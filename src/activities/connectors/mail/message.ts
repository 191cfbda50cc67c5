import { createHash, randomUUID } from 'node:crypto';
import { currentIdempotencyKey } from '../shared/running';
import { badMail } from './failures';
import type { Mail, MailAddress, MailConfig } from './types';

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
/** `Jane Doe <jane@example.org>` or only the address. */
const NAMED = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>]+))\s*$/;
const ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/;

interface Address {
  readonly name: string;
  readonly address: string;
}

/** A mail in nodemailer's words, checked. Fails with `BadMail`. */
export function messageOf(mail: Mail, config: MailConfig) {
  const sender = mail.from ?? config.from;
  if (sender === undefined) throw badMail('The mail has no sender: give `from` with the mail or to mail().');
  const from = addressOf(sender);
  const [to, cc, bcc] = [mail.to, mail.cc, mail.bcc].map(addressesOf) as [Address[], Address[], Address[]];
  const recipients = [...to, ...cc, ...bcc].map(({ address }) => address);
  if (recipients.length === 0) throw badMail('The mail has no recipient.');
  if (mail.text === undefined && mail.html === undefined)
    throw badMail('The mail has neither text nor HTML.');
  checkSize(mail, config.maxBytes ?? DEFAULT_MAX_BYTES);
  return {
    from,
    to,
    cc,
    bcc,
    ...(mail.replyTo !== undefined && { replyTo: addressOf(mail.replyTo) }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { ...mail.headers },
    attachments: (mail.attachments ?? []).map(({ content, ...attachment }) => ({
      ...attachment,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
    messageId: messageId(mail.idempotencyKey, from, recipients),
    // A value of the process never makes the worker read its files or call addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/**
 * Made of the idempotency key, so that servers and readers can recognise a mail that was sent twice; and of the
 * recipients, so that an activity may write to several people.
 */
function messageId(given: string | undefined, from: Address, recipients: readonly string[]): string {
  const key = given ?? currentIdempotencyKey() ?? randomUUID();
  const named = JSON.stringify([key, [...recipients].sort()]);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return `<${createHash('sha256').update(named).digest('hex').slice(0, 40)}@${domain}>`;
}

function addressesOf(addresses: MailAddress | readonly MailAddress[] = []): Address[] {
  return [addresses].flat().map((address) => addressOf(address as MailAddress));
}

function addressOf(given: MailAddress): Address {
  if (typeof given !== 'string') return checked(given.name ?? '', given.address);
  const [, name = '', bracketed, bare] = NAMED.exec(given) ?? [];
  return checked(name, (bracketed ?? bare ?? given).trim());
}

function checked(name: string, address: string): Address {
  if (!ADDRESS.test(address)) throw badMail(`'${address}' is not one mail address.`);
  return { name, address };
}

function checkSize({ text = '', html = '', attachments = [] }: Mail, limit: number): void {
  const contents = [text, html, ...attachments.map(({ content }) => content)];
  const size = contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  if (size > limit) throw badMail(`The mail has ${size} bytes, ${limit} are allowed.`);
}
