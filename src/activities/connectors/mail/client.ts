import { Redaction } from '../shared/redaction';
import { currentActivity, waiting } from '../shared/running';
import { badMail, mailUnavailable, smtpFailure } from './failures';
import { nodemailer } from './library';
import { messageOf } from './message';
import type { Mail, MailClient, MailConfig, SentMail } from './types';

const DEFAULT_TIMEOUT = '60 seconds';

/** As nodemailer tells it. */
interface Delivery {
  readonly accepted?: readonly (string | { readonly address: string })[];
  readonly rejectedErrors?: readonly { readonly recipient?: string; readonly response?: string }[];
}

/**
 * Sends mails over SMTP, to be used inside of activities. Needs the package `nodemailer`.
 *
 * A mail's `Message-ID` is made of the activity's idempotency key, so that it is the same at every attempt: SMTP cannot
 * tell whether a mail arrived when the connection breaks at its end, and then it is sent again.
 *
 * - Not reached, broken off, or 4xx: `MailUnavailable`, which Temporal retries.
 * - 5xx: `MailRejected`, not retried, or the BPMN error that `errors` names.
 * - Refused for some recipients only: sent to the others; the result and the worker's log name the refused ones.
 * - No address, too large: `BadMail`, not retried.
 *
 * @example
 * const post = mail({ url: env('SMTP_URL'), from: 'Shop <shop@example.org>' });
 *
 * export const sendReceipt = defineActivity(contracts.sendReceipt, async ({ customer, receipt }) => {
 *   await post.send({ to: customer.email, subject: `Receipt ${receipt}`, text: '…', html: '<p>…</p>' });
 * });
 */
export function mail(config: MailConfig): MailClient {
  return { send: (message) => send(config, message) };
}

async function send(config: MailConfig, mail: Mail): Promise<SentMail> {
  const message = messageOf(mail, config);
  const redaction = new Redaction();
  const transport = nodemailer().createTransport(optionsOf(config, redaction));
  const timeout = config.timeout ?? DEFAULT_TIMEOUT;
  const timedOut = (milliseconds: number) =>
    mailUnavailable(`Mail was not sent: the server did not take it within ${milliseconds} ms`);
  try {
    const delivery: Delivery = await waiting({ timeout, timedOut }, async (signal) => {
      try {
        return (await transport.sendMail({ ...message, signal })) as Delivery;
      } catch (error) {
        throw signal.aborted ? error : smtpFailure(error, mail.errors, redaction);
      }
    });
    return sentMail(message.messageId, delivery);
  } finally {
    transport.close();
  }
}

function sentMail(messageId: string, { accepted = [], rejectedErrors = [] }: Delivery): SentMail {
  const rejected = rejectedErrors.map(({ recipient = '', response = '' }) => ({
    address: recipient,
    reason: response.replace(/\s+/g, ' '),
  }));
  for (const { address, reason } of rejected) {
    currentActivity()?.log.warn(`mail was not taken for ${address}`, { messageId, reason });
  }
  return {
    messageId,
    accepted: accepted.map((recipient) => (typeof recipient === 'string' ? recipient : recipient.address)),
    rejected,
  };
}

function optionsOf(config: MailConfig, redaction: Redaction) {
  const url = redaction.reveal(config.url);
  const { protocol, hostname, port, username } = URL.canParse(url) ? new URL(url) : { protocol: '' };
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || !hostname) {
    throw badMail('The address of the mail server must be smtp://host:port or smtps://host:port.');
  }
  if (username)
    throw badMail('User and password of the mail server belong into `auth`, not into its address.');
  const { auth, ca } = config;
  const tls = config.tls ?? (auth ? 'required' : 'offered');
  return {
    host: hostname.replace(/^\[|\]$/g, ''), // of an IPv6 address
    ...(port && { port: Number(port) }),
    secure: protocol === 'smtps:',
    requireTLS: protocol === 'smtp:' && tls === 'required',
    ignoreTLS: tls === 'never',
    ...(auth && { auth: { user: redaction.reveal(auth.user), pass: redaction.reveal(auth.password) } }),
    ...(ca !== undefined && { tls: { ca: redaction.reveal(ca) } }),
  };
}
