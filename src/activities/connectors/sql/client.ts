import { msToNumber } from '@temporalio/common/lib/time';
import { Redaction } from '../shared/redaction';
import { currentIdempotencyKey, waiting } from '../shared/running';
import { mapped, sqlUnavailable } from './failures';
import { ensureTable, once } from './once';
import { postgres } from './postgres';
import { sqlite } from './sqlite';
import type { SqlClient, SqlConfig, SqlDatabase, SqlSession, SqlStatements, SqlValue } from './types';

const DEFAULT_TIMEOUT = '30 seconds';
const DEFAULT_CONNECTIONS = 10;

/**
 * Talks to PostgreSQL (package `pg`) or SQLite (package `libsql`), to be used inside of activities.
 *
 * `transaction` does its work once for each activity, however often that is attempted: the result is kept in the table
 * `baton_idempotency` in the same transaction, under the activity's idempotency key, and a later attempt returns it. The
 * table is made at the first use. Results are JSON. Whatever `work` throws rolls back.
 *
 * - Not reached, broken off, deadlock, serialization conflict, busy, timeout: `SqlUnavailable`, which Temporal retries.
 * - A broken constraint: `SqlRejected`, not retried, or the BPMN error that `errors` names.
 * - Any other refusal: `SqlRejected`.
 *
 * @example
 * const orders = sql({ url: env('DATABASE_URL'), password: secret('DATABASE_PASSWORD') });
 *
 * export const book = defineActivity(contracts.book, ({ orderId, amount }) =>
 *   orders.transaction(
 *     async (tx) => {
 *       const [entry] = await tx.query<{ id: number }>`
 *         insert into entries (order_id, amount) values (${orderId}, ${amount}) returning id`;
 *       await tx.change`update orders set booked = true where id = ${orderId}`;
 *       return { entry: entry.id };
 *     },
 *     { errors: { unique: 'ALREADY_BOOKED' } },
 *   ),
 * );
 */
export function sql(config: SqlConfig): SqlClient {
  let opened: SqlDatabase | undefined;
  let isPrepared = false;
  const timedOut = (milliseconds: number) => sqlUnavailable(`SQL: not done within ${milliseconds} ms`);
  const using = <T>(work: (session: SqlSession, database: SqlDatabase) => Promise<T>): Promise<T> =>
    waiting({ timeout: config.timeout ?? DEFAULT_TIMEOUT, timedOut }, (signal) => {
      const database = (opened ??= open(config));
      return database.using(signal, (session) => work(session, database));
    });
  return {
    ...statements((texts, values) => using((session) => session.run(texts, values))),
    transaction: (work, options = {}) =>
      using(async (session, database) => {
        const key = options.idempotencyKey ?? currentIdempotencyKey();
        if (key !== undefined && !isPrepared) await ensureTable(session);
        isPrepared ||= key !== undefined;
        const tx = statements((texts, values) => session.run(texts, values));
        try {
          return await inTransaction(session, database.begin(options.isolation), () =>
            key === undefined ? work(tx) : once(session, key, () => work(tx)),
          );
        } catch (error) {
          throw mapped(error, options.errors);
        }
      }),
    close: async () => {
      await opened?.close();
      opened = undefined;
    },
  };
}

async function inTransaction<T>(session: SqlSession, begin: string, work: () => Promise<T>): Promise<T> {
  await session.run([begin], []);
  try {
    const result = await work();
    await session.run(['commit'], []);
    return result;
  } catch (error) {
    await session.run(['rollback'], []).catch(() => undefined); // which a broken connection has done
    throw error;
  }
}

function statements(run: SqlSession['run']): SqlStatements {
  return {
    query: async <Row extends object>(texts: TemplateStringsArray, ...values: readonly SqlValue[]) =>
      (await run(texts, values)).rows as Row[],
    change: async (texts, ...values) => (await run(texts, values)).changes,
  };
}

function open(config: SqlConfig): SqlDatabase {
  const redaction = new Redaction();
  const url = redaction.reveal(config.url);
  const redact = (text: string) => redaction.redact(text);
  if (!/^postgres(ql)?:/.test(url)) return sqlite(url.replace(/^file:/, ''), redact);
  return postgres(
    {
      connectionString: url,
      max: config.connections ?? DEFAULT_CONNECTIONS,
      statement_timeout: msToNumber(config.timeout ?? DEFAULT_TIMEOUT),
      ...(config.password !== undefined && { password: redaction.reveal(config.password) }),
      ...(config.ca !== undefined && { ssl: { ca: redaction.reveal(config.ca) } }),
    },
    redact,
  );
}
