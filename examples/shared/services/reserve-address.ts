import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Ports that systems do not give to connections by themselves: those would take one while nobody listens there. */
const FIRST_PORT = 20_000;
const LAST_PORT = 30_000;

/**
 * An address of this machine at which workers can be called, as a load balancer in front of them would have it: it stays
 * the same when one worker ends and another one begins.
 */
export async function reserveAddress(): Promise<string> {
  return `http://127.0.0.1:${await reservePort()}`;
}

/** A port of this machine that stays free until somebody listens there on purpose. */
export async function reservePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
