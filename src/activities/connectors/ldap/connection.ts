import type { Client } from 'ldapts';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Redaction } from '../shared/redaction';
import { ldapFailure, rejected } from './failures';
import { ldapts } from './library';
import type { LdapConfig } from './types';

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

export interface Connection {
  readonly client: Client;
  /** Whether passwords may be sent: encrypted, or to a directory on the same machine. */
  readonly isPrivate: boolean;
}

/**
 * Connects, encrypts and binds, and closes the connection after `work`, or when `signal` is aborted.
 *
 * ldapts would connect anew without a word when the connection broke, as nobody and without StartTLS; here a session ends
 * with its connection.
 */
export async function connected<T>(
  config: LdapConfig,
  signal: AbortSignal,
  redaction: Redaction,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { url, host, isSecure } = addressOf(redaction.reveal(config.url));
  const tls = {
    host,
    ...(!isIP(host) && { servername: host }),
    ...(config.ca !== undefined && { ca: redaction.reveal(config.ca) }),
  };
  let socket: Socket | undefined;
  const once = <S extends Socket>(open: () => S): S => {
    if (socket) throw new Error('Connection lost');
    const opened = open();
    socket = opened;
    return opened;
  };
  const close = () => socket?.destroy();
  signal.addEventListener('abort', close);
  const { Client: ClientOf } = ldapts();
  const client = new ClientOf({
    url,
    ...(isSecure && { tlsOptions: tls }), // to ldapts they mean ldaps:
    createConnection: ((port: number, to: string) =>
      once(() => connectPlain(port, to))) as typeof connectPlain,
    // With StartTLS it gets the socket that is there.
    createSecureConnection: ((...given: [number, string, object] | [object]) =>
      given.length === 1
        ? connectSecurely(given[0])
        : once(() => connectSecurely(...given))) as typeof connectSecurely,
  });
  try {
    await opened(client, config, tls, redaction);
    return await work({ client, isPrivate: isSecure || config.startTls === true || LOCAL.has(host) });
  } finally {
    signal.removeEventListener('abort', close);
    await client.unbind().catch(() => undefined);
    close();
  }
}

async function opened(client: Client, config: LdapConfig, tls: object, redaction: Redaction): Promise<void> {
  let operation = 'connect';
  try {
    if (config.startTls) {
      operation = 'StartTLS';
      await client.startTLS({ ...tls });
    }
    if (config.bind) {
      operation = 'bind';
      const password = redaction.reveal(config.bind.password);
      // A bind without a password succeeds as nobody.
      if (password === '') throw rejected('LDAP bind: the password is empty', { operation });
      await client.bind(redaction.reveal(config.bind.dn), password);
    }
  } catch (error) {
    throw ldapFailure(error, { operation });
  }
}

function addressOf(text: string): {
  readonly url: string;
  readonly host: string;
  readonly isSecure: boolean;
} {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.hostname || !/^ldaps?:$/.test(url.protocol) || url.username) {
    throw rejected('The address of the directory must be ldap://host:port or ldaps://host:port.', {
      operation: 'connect',
    });
  }
  return { url: text, host: url.hostname.replace(/^\[|\]$/g, ''), isSecure: url.protocol === 'ldaps:' };
}
