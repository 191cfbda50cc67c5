import { CancelledFailure } from '@temporalio/common';
import { env, secret } from 'batonflow/activity';
import { mail, type MailConfig } from 'batonflow/mail';
import { createServer, type AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { asBpmnError } from '../../../src/shared/bpmn-error';
import { environment, failureIn, inActivity } from './running-activity';

/** A mail as it arrived. */
interface Arrived {
  readonly to: readonly string[];
  readonly raw: string;
}

let stop: (() => Promise<void>) | undefined;
let arrived: Arrived[];
beforeEach(() => {
  arrived = [];
});
afterEach(() => stop?.());

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** A real SMTP server on a free port; without TLS and without credentials, unless the test says so. */
async function serve(options: SMTPServerOptions = {}): Promise<string> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push({ to, raw: Buffer.concat(parts).toString() });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(resolve));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

const from = 'Shop <shop@example.org>';
const hello = { to: 'jane@example.org', subject: 'Hello', text: 'Hi' };
const client = (url: string, config: Partial<MailConfig> = {}) => mail({ url, from, ...config });

test('a mail arrives with text, HTML and attachments', async () => {
  const url = await serve();
  const sent = await inActivity(() =>
    client(url).send({
      to: ['Jäne Döe <jane@example.org>', { name: 'Bob, B.', address: 'bob@example.org' }],
      bcc: 'audit@example.org',
      subject: 'Receipt für 5 €',
      text: 'Thank you',
      html: '<p>Thank <b>you</b></p>',
      attachments: [{ filename: 'receipt.pdf', content: new Uint8Array([1, 2, 255]) }],
    }),
  );
  expect(sent).toMatchObject({
    accepted: ['jane@example.org', 'bob@example.org', 'audit@example.org'],
    rejected: [],
  });
  const [only, ...more] = arrived;
  expect(more).toEqual([]);
  expect(only?.to).toEqual(['jane@example.org', 'bob@example.org', 'audit@example.org']);
  const parsed = await PostalMime.parse(only?.raw ?? '');
  expect(parsed).toMatchObject({
    messageId: sent.messageId,
    from: { name: 'Shop', address: 'shop@example.org' },
    to: [
      { name: 'Jäne Döe', address: 'jane@example.org' },
      { name: 'Bob, B.', address: 'bob@example.org' },
    ],
    subject: 'Receipt für 5 €',
    text: 'Thank you\n',
    html: '<p>Thank <b>you</b></p>\n',
  });
  expect(parsed.attachments).toMatchObject([{ filename: 'receipt.pdf', mimeType: 'application/pdf' }]);
  expect(Buffer.from(parsed.attachments[0]!.content as ArrayBuffer)).toEqual(Buffer.from([1, 2, 255]));
  expect(only?.raw).not.toContain('audit@');
});

test('the id of a mail is the same at every attempt, and another for other people or another key', async () => {
  const url = await serve();
  const ids: string[] = [];
  const send = async (mail: object, info = {}) =>
    ids.push((await inActivity(() => client(url).send({ ...hello, ...mail }), info)).messageId);
  await send({}, { attempt: 1 });
  await send({ subject: 'Hello again' }, { attempt: 2 });
  await send({ to: 'bob@example.org' });
  await send({ idempotencyKey: 'reminder' });
  await send({}, { activityId: 'Task_Other#1' });
  expect(ids[0]).toMatch(/^<[0-9a-f]{40}@example\.org>$/);
  expect(ids[1]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(4);
});

test.each([
  [450, 'MailUnavailable', false],
  [550, 'MailRejected', true],
])('a recipient refused with %i is %s', async (status, type, nonRetryable) => {
  const url = await serve({
    onRcptTo: (_, __, done) => {
      done(smtpError(status, 'not now'));
    },
  });
  const failure = await failureIn(() => client(url).send(hello));
  expect(failure).toMatchObject({ type, nonRetryable, details: [{ status, command: 'RCPT TO' }] });
  expect(failure.message).toMatch(/^Mail was not sent: .*not now$/);
});

test('a status is a BPMN error where the mail says so', async () => {
  const url = await serve({
    onRcptTo: (_, __, done) => {
      done(smtpError(550, 'unknown'));
    },
  });
  const failure = await failureIn(() => client(url).send({ ...hello, errors: { 550: 'NO_SUCH_MAILBOX' } }));
  expect(asBpmnError(failure)?.code).toBe('NO_SUCH_MAILBOX');
});

test('some recipients are refused, the others get it', async () => {
  const url = await serve({
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('bob')) done(smtpError(550, 'no Bob'));
      else done();
    },
  });
  const sent = await inActivity(() =>
    client(url).send({ ...hello, to: ['jane@example.org', 'bob@example.org'] }),
  );
  expect(sent.accepted).toEqual(['jane@example.org']);
  expect(sent.rejected).toEqual([{ address: 'bob@example.org', reason: '550 no Bob' }]);
  expect(arrived.map(({ to }) => to)).toEqual([['jane@example.org']]);
});

test('nobody listens, or the connection breaks', async () => {
  const url = await serve();
  await stop?.();
  stop = undefined;
  const refused = await failureIn(() => client(url).send(hello));
  expect(refused).toMatchObject({ type: 'MailUnavailable', nonRetryable: false });
  expect(refused.message).toContain('ECONNREFUSED');
  const breaking = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 hello\r\n', () => socket.resetAndDestroy());
  });
  await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve));
  stop = () =>
    new Promise((resolve) =>
      breaking.close(() => {
        resolve();
      }),
    );
  const { port } = breaking.address() as AddressInfo;
  const broken = await failureIn(() => client(`smtp://127.0.0.1:${port}`).send(hello));
  expect(broken).toMatchObject({ type: 'MailUnavailable', nonRetryable: false });
});

test('the server does not answer in time', async () => {
  const url = await serve({ onMailFrom: () => undefined });
  const failure = await failureIn(() => client(url, { timeout: '80 ms' }).send(hello));
  expect(failure).toMatchObject({ type: 'MailUnavailable', nonRetryable: false });
  expect(failure.message).toContain('within 80 ms');
});

test('the activity is cancelled', async () => {
  const activity = environment();
  const url = await serve({
    onMailFrom: () => {
      activity.cancel();
    },
  });
  await expect(activity.run(() => client(url).send(hello))).rejects.toBeInstanceOf(CancelledFailure);
  expect(arrived).toEqual([]);
});

test.each([
  [
    'two addresses in one',
    { to: 'a@example.org, b@example.org' },
    "'a@example.org, b@example.org' is not one mail address.",
  ],
  ['no address', { to: 'Jane' }, "'Jane' is not one mail address."],
  ['nobody', { to: [] }, 'The mail has no recipient.'],
  ['nothing to say', { text: undefined }, 'The mail has neither text nor HTML.'],
  [
    'too much',
    { attachments: [{ filename: 'a', content: 'x'.repeat(100) }] },
    'The mail has 102 bytes, 64 are allowed.',
  ],
])('%s is refused before anything is sent', async (_, part, message) => {
  const unused = client('smtp://127.0.0.1:9', { maxBytes: 64 });
  const failure = await failureIn(() => unused.send({ ...hello, ...part } as never));
  expect(failure).toMatchObject({ type: 'BadMail', nonRetryable: true, message });
});

test('a subject cannot add a header', async () => {
  const url = await serve();
  await inActivity(() => client(url).send({ ...hello, subject: 'Hi\r\nBcc: evil@example.org' }));
  const parsed = await PostalMime.parse(arrived[0]!.raw);
  expect(parsed.bcc).toBeUndefined();
  expect(arrived[0]!.to).toEqual(['jane@example.org']);
});

describe('credentials', () => {
  beforeEach(() => {
    process.env['TEST_SMTP_PASSWORD'] = 'top-secret';
  });
  afterEach(() => Reflect.deleteProperty(process.env, 'TEST_SMTP_PASSWORD'));
  const auth = { user: 'me', password: secret('TEST_SMTP_PASSWORD') };

  it('are sent encrypted only, unless one says otherwise', async () => {
    const given: string[] = [];
    const onAuth: SMTPServerOptions['onAuth'] = ({ password }, _, done) => {
      given.push(password ?? '');
      done(null, { user: 'me' });
    };
    const url = await serve({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth });
    const refused = await failureIn(() => client(url, { auth }).send(hello));
    expect(refused.message).toContain('Mail was not sent');
    expect(given).toEqual([]);
    await inActivity(() => client(url, { auth, tls: 'never' }).send(hello));
    expect(given).toEqual(['top-secret']);
  });

  it('that are wrong are not tried again, nor shown', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = ({ password }, _, done) => {
      done(smtpError(535, `${password ?? ''} is wrong`));
    };
    const url = await serve({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true, onAuth });
    const failure = await failureIn(() => client(url, { auth, tls: 'never' }).send(hello));
    expect(failure).toMatchObject({ type: 'MailRejected', nonRetryable: true, details: [{ status: 535 }] });
    expect(failure.message).toContain('[secret TEST_SMTP_PASSWORD] is wrong');
    expect(JSON.stringify(failure)).not.toContain('top-secret');
  });

  it('do not belong into the address', async () => {
    const failure = await failureIn(() => client('smtp://me:top-secret@mail.example').send(hello));
    expect(failure.message).toContain('belong into `auth`');
    expect(failure.message).not.toContain('top-secret');
  });
});

test('the address of the server may be a setting', async () => {
  process.env['TEST_SMTP_URL'] = await serve();
  await inActivity(() => mail({ url: env('TEST_SMTP_URL'), from }).send(hello));
  Reflect.deleteProperty(process.env, 'TEST_SMTP_URL');
  expect(arrived).toHaveLength(1);
});
