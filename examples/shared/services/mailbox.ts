import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { createApp } from './app';
import { addControls } from './controls';
import { mailPage } from './mail-page';
import { readMail, type Mail } from './read-mail';
import type { Service } from './service';
import { Switches, type Failure, type FailOptions } from './switches';

/** A mail server that keeps what it gets, for everybody, in one mailbox. */
export interface Mailbox extends Service {
  /** Its web page; the messages as JSON are at `/messages`. */
  readonly url: string;
  /** What arrived, oldest first; only what was sent to `to`, if given. */
  messages(to?: string): readonly Mail[];
  /**
   * Makes deliveries fail: `down` answers 421; `slow` keeps the message, but answers after the sender has hung up;
   * `wrong` refuses the message for good (554); `duplicate` keeps the message and says that it did not (451), so that
   * it is sent again. Also by `POST /switches` with `{fail, times}`.
   */
  fail(failure: Failure, options?: Omit<FailOptions, 'route'>): void;
  heal(): void;
}

/** Senders wait less; one that waits for ever is left after this long. */
const SLOWEST_MS = 60_000;

/** Starts a mail server, found by `SMTP_URL`, and a page to look into its mailbox. */
export async function startMailbox(): Promise<Mailbox> {
  const kept: Mail[] = [];
  const switches = new Switches('mailbox', () => []);
  const failing = new Map<string, Failure | undefined>();
  const hangUps = new Map<string, () => void>();

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onMailFrom(_address, { id }, answer) {
      const failure = switches.take();
      failing.set(id, failure);
      answer(failure === 'down' ? refusal(421, 'Service not available (switched off)') : null);
    },
    onData(stream, session, answer) {
      const failure = failing.get(session.id);
      void readMail(stream, session.envelope).then(async (mail) => {
        if (failure === 'wrong') return answer(refusal(554, 'Message refused for policy reasons'));
        keep(mail);
        if (failure === 'duplicate') return answer(refusal(451, 'Local error, try again'));
        if (failure === 'slow') await hangUp(session);
        answer(null);
      }, answer);
    },
    onClose({ id }, answer) {
      failing.delete(id);
      hangUps.get(id)?.();
      answer();
    },
  });
  // A sender that hangs up is no concern of the server.
  server.on('error', () => undefined);
  const { port } = await new Promise<AddressInfo>((resolve) => {
    const socket = server.listen(0, '127.0.0.1', () => resolve(socket.address() as AddressInfo));
  });

  const app = createApp();
  addControls(app, switches);
  app.get('/messages', () => kept);
  app.get('/', (_, reply) => reply.type('text/html').send(mailPage(kept)));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  return {
    url,
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAILBOX_URL: url },
    messages: (to) => kept.filter((mail) => to === undefined || mail.to.includes(to)),
    fail: (failure, options) => switches.fail(failure, options),
    heal: () => switches.heal(),
    async stop() {
      hangUps.forEach((end) => end());
      await Promise.all([app.close(), new Promise<void>((resolve) => server.close(() => resolve()))]);
    },
  };

  /** As mail servers do: a message that comes again, by its id, is one message. */
  function keep(mail: Mail): void {
    const known = kept.findIndex(({ id }) => id === mail.id);
    const again = kept[known];
    if (again) kept[known] = { ...again, copies: again.copies + 1 };
    else kept.push(mail);
  }

  function hangUp({ id }: SMTPServerSession): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(end, SLOWEST_MS);
      hangUps.set(id, end);
      function end() {
        clearTimeout(limit);
        hangUps.delete(id);
        resolve();
      }
    });
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
