import { createServer } from 'node:net';
import { ServerError } from '../errors';
import { isErrno } from '../lock';

export const LOOPBACK = '127.0.0.1';

/**
 * Chooses a port of 127.0.0.1: the one asked for (0 means any free one), else the usual one if it is free, else any.
 *
 * @throws {@link ServerError} `port-in-use` when the one asked for is taken.
 */
export async function choosePort(what: string, asked: number | undefined, usual: number): Promise<number> {
  if (asked === undefined) return (await bind(usual)) ?? (await freePort());
  if (asked === 0) return freePort();
  const port = await bind(asked);
  if (port !== undefined) return port;
  throw new ServerError(
    `Port ${String(asked)} of ${LOOPBACK}, asked for as the ${what} port, is in use. ` +
      'End the program that uses it, or ask for another port, or for none: a free one is then chosen.',
    { code: 'port-in-use' },
  );
}

/** Any free port of 127.0.0.1. */
export async function freePort(): Promise<number> {
  const port = await bind(0);
  if (port === undefined) throw new Error(`No free port on ${LOOPBACK}`);
  return port;
}

/** Binds a port for a moment; `undefined` if it is taken. */
function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      if (isErrno(error, 'EADDRINUSE') || isErrno(error, 'EACCES')) resolve(undefined);
      else reject(error);
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}
