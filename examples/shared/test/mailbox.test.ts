import { createTransport } from 'nodemailer';
import { startMailbox, type Mailbox } from '../services/mailbox';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.stop());
beforeEach(() => mailbox.heal());

it('keeps what arrives, with all receivers', async () => {
  await send('m-1', { bcc: 'archive@example.com' });
  expect(mailbox.messages('ann@example.com')).toMatchObject([
    {
      id: '<m-1@example.com>',
      from: 'shop@example.com',
      to: ['ann@example.com', 'archive@example.com'],
      subject: 'Your order <m-1>',
      text: 'It is on its way.',
      copies: 1,
    },
  ]);
  expect(mailbox.messages('bob@example.com')).toEqual([]);
});

it('shows a page', async () => {
  const page = await (await fetch(mailbox.url)).text();
  expect(page).toContain('Your order &lt;m-1&gt;');
});

it('knows a message that comes again', async () => {
  mailbox.fail('duplicate', { times: 1 });
  await expect(send('m-2')).rejects.toThrow('451 Local error');
  await send('m-2');
  expect(mailbox.messages().filter(({ id }) => id === '<m-2@example.com>')).toMatchObject([{ copies: 2 }]);
});

it.each([
  ['down', '421'],
  ['wrong', '554'],
] as const)('%s: refuses with %s, and keeps nothing', async (failure, code) => {
  mailbox.fail(failure, { times: 1 });
  await expect(send(failure)).rejects.toThrow(code);
  expect(mailbox.messages().some(({ id }) => id === `<${failure}@example.com>`)).toBe(false);
});

it('slow: keeps the message, and does not say so in time', async () => {
  mailbox.fail('slow', { times: 1 });
  await expect(send('m-3', { socketTimeout: 1_000 })).rejects.toThrow('Timeout');
  expect(mailbox.messages().some(({ id }) => id === '<m-3@example.com>')).toBe(true);
});

async function send(
  id: string,
  { bcc = [] as string | string[], socketTimeout = 5_000 } = {},
): Promise<void> {
  const { hostname: host, port } = new URL(mailbox.env['SMTP_URL']!);
  const transport = createTransport({ host, port: Number(port), socketTimeout });
  try {
    await transport.sendMail({
      messageId: `<${id}@example.com>`,
      from: 'shop@example.com',
      to: 'ann@example.com',
      bcc,
      subject: `Your order <${id}>`,
      text: 'It is on its way.',
    });
  } finally {
    transport.close();
  }
}
