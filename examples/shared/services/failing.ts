import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import type { App } from './app';
import type { Switches } from './switches';

/** Callers wait less; one that waits for ever is left after this long. */
const SLOWEST_MS = 60_000;

/** What a `wrong` service says: JSON, but not what its description promises. */
const WRONG_ANSWER = JSON.stringify({ result: 'OK' });

/** Makes requests fail as the switches say. Added after idempotency, so that the answer that gets lost was recorded. */
export function addFailures(app: App, switches: Switches, stopping: AbortSignal): void {
  app.addHook('onRequest', async (request, reply) => {
    request.failure = switches.take(request.route);
    if (request.failure === 'down') {
      return reply.code(503).send({ error: 'DOWN', message: 'The service is down (switched off).' });
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    switch (request.failure) {
      case 'slow':
        await hangUp(reply, stopping);
        return payload;
      case 'wrong':
        reply.header('content-length', undefined).type('application/json');
        return WRONG_ANSWER;
      case 'duplicate':
        request.raw.socket.destroy();
        return payload;
      case 'down':
      case undefined:
        return payload;
    }
  });
}

/** Waits until the caller has stopped waiting. */
async function hangUp(reply: FastifyReply, stopping: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  reply.raw.once('close', () => waiting.abort());
  const signal = AbortSignal.any([waiting.signal, stopping]);
  await sleep(SLOWEST_MS, undefined, { signal }).catch(() => undefined);
}
