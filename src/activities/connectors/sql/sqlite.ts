import type { Database } from 'libsql';
import { sqlFailure, sqlRejected } from './failures';
import { libsql } from './library';
import type { SqlDatabase, SqlSession, SqlValue } from './types';

/** Statements hold the process up while they wait for another process, so not for long: the activity is retried. */
const BUSY_MS = 500;

/** A file of SQLite: one connection, which serves one purpose at a time. */
export function sqlite(file: string, redact: (text: string) => string): SqlDatabase {
  const connect = () => connected(file, redact);
  let database = connect();
  let last: Promise<unknown> = Promise.resolve();
  const serve = async <T>(work: (session: SqlSession) => Promise<T>): Promise<T> => {
    const session = sessionOf(database, redact);
    try {
      return await work(session);
    } finally {
      if (session.wasBusy()) {
        database.close();
        database = connect();
      }
    }
  };
  return {
    begin: () => 'begin immediate',
    using: (signal, work) => {
      const turn = last.then(() => {
        signal.throwIfAborted();
        return serve(work);
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await last;
      database.close();
    },
  };
}

function connected(file: string, redact: (text: string) => string): Database {
  const Libsql = libsql();
  const database = opened(() => new Libsql(file, { timeout: BUSY_MS }), redact);
  database.exec('pragma foreign_keys = on');
  return database;
}

interface SqliteSession extends SqlSession {
  /**
   * Whether another process was in the way. libsql leaves such a statement open until it is collected as garbage, and as
   * long the connection can commit nothing.
   */
  wasBusy(): boolean;
}

function sessionOf(database: Database, redact: (text: string) => string): SqliteSession {
  let wasBusy = false;
  return {
    wasBusy: () => wasBusy,
    run: async (texts, values) => {
      try {
        const statement = database.prepare(texts.join('?'));
        const given = values.map(asSqlite);
        if (statement.reader) return { rows: statement.all(...given), changes: 0 };
        return { rows: [], changes: statement.run(...given).changes };
      } catch (error) {
        wasBusy ||= (error as { code?: unknown }).code === 'SQLITE_BUSY';
        throw sqlFailure(error, redact);
      }
    },
  };
}

function opened(open: () => Database, redact: (text: string) => string): Database {
  try {
    return open();
  } catch (error) {
    throw sqlFailure(error, redact);
  }
}

/** What SQLite can keep. libsql ends the process when it is given anything else. */
function asSqlite(value: SqlValue): string | number | bigint | Buffer | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value === null || ['string', 'number', 'bigint'].includes(typeof value)) return value as string;
  throw sqlRejected(`SQL: a value of type ${Array.isArray(value) ? 'list' : typeof value} cannot be kept`);
}
