import type Database from 'libsql';
import type { App } from './app';

/** Header by which a caller says that requests are one and the same. */
export const IDEMPOTENCY_KEY = 'idempotency-key';
/** Header of an answer that was given before. */
export const REPEATED = 'idempotent-replayed';

const READING = ['GET', 'HEAD', 'OPTIONS'];

interface Recorded {
  readonly route: string;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/**
 * Makes requests with the same `Idempotency-Key` one: the first is done, the others get its answer, with the header
 * `idempotent-replayed`. The key of another request is refused (422). Answers of 500 and above are not kept: a caller
 * who repeats wants another one.
 */
export function addIdempotency(app: App, database: Database.Database): void {
  database.exec(
    'create table if not exists idempotency (key text primary key, route text, body text, status integer, answer text)',
  );
  const find = database.prepare('select * from idempotency where key = ?');
  const keep = database.prepare('insert or ignore into idempotency values (?, ?, ?, ?, ?)');
  /** Requests that are being worked on, by key; one with the same key waits for the answer. */
  const underWay = new Map<string, Promise<void>>();
  const done = new WeakMap<object, () => void>();

  app.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request);
    if (key === undefined) return;
    while (underWay.has(key)) await underWay.get(key);
    const recorded = find.get(key) as Recorded | undefined;
    if (recorded === undefined) {
      underWay.set(
        key,
        new Promise((resolve) => {
          done.set(request, () => {
            underWay.delete(key);
            resolve();
          });
        }),
      );
      return;
    }
    if (recorded.route !== request.route || recorded.body !== bodyOf(request)) {
      const message = `The idempotency key ${key} was used for another request, ${recorded.route}.`;
      return reply.code(422).send({ error: 'IDEMPOTENCY_KEY_REUSED', message });
    }
    // A string goes out as it is, past the serializer.
    const headers = { 'content-type': 'application/json', [REPEATED]: 'true' };
    return reply
      .code(recorded.status)
      .headers(headers)
      .serializer((answer: string) => answer)
      .send(recorded.answer);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const finish = done.get(request);
    const key = keyOf(request);
    if (finish === undefined || key === undefined) return;
    if (reply.statusCode < 500) {
      const answer = typeof payload === 'string' ? payload : '';
      keep.run(key, request.route, bodyOf(request), reply.statusCode, answer);
    }
    finish();
  });
}

function keyOf(request: { method: string; headers: Record<string, unknown> }): string | undefined {
  const key = request.headers[IDEMPOTENCY_KEY];
  return typeof key === 'string' && !READING.includes(request.method) ? key : undefined;
}

function bodyOf({ body }: { body: unknown }): string {
  return JSON.stringify(body ?? null);
}
