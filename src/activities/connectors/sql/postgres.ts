import type { PoolClient, PoolConfig } from 'pg';
import { sqlFailure, sqlRejected } from './failures';
import { pg } from './library';
import type { SqlDatabase, SqlSession } from './types';

/** A pool of connections to PostgreSQL; each purpose has one of its own. */
export function postgres(config: PoolConfig, redact: (text: string) => string): SqlDatabase {
  const { Pool } = pg();
  const pool = new Pool({ ...config, application_name: 'baton' });
  // Whoever uses a connection that breaks is told by its query; without listeners the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    begin: (isolation = 'read committed') => `begin isolation level ${isolation}`,
    using: async (signal, work) => {
      const client = await pool.connect().catch((error: unknown) => {
        throw sqlFailure(error, redact);
      });
      let isReleased = false;
      const release = (broken: boolean) => {
        if (!isReleased) client.release(broken);
        isReleased = true;
      };
      // PostgreSQL rolls back what a closed connection has begun.
      const abort = () => {
        release(true);
      };
      signal.addEventListener('abort', abort);
      try {
        signal.throwIfAborted();
        const result = await work(sessionOf(client, redact));
        release(false);
        return result;
      } catch (error) {
        release(true);
        throw error;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    close: () => pool.end(),
  };
}

function sessionOf(client: PoolClient, redact: (text: string) => string): SqlSession {
  return {
    run: async (texts, values) => {
      if (values.some((value) => value === undefined))
        throw sqlRejected('SQL: a value is undefined; null is no value');
      const text = texts.reduce((all, part, i) => `${all}$${i}${part}`);
      try {
        const { rows, rowCount } = await client.query(text, values as unknown[]);
        return { rows: rows as unknown[], changes: rowCount ?? 0 };
      } catch (error) {
        throw sqlFailure(error, redact);
      }
    },
  };
}
