import type { Duration } from '@temporalio/common';
import type { Configured } from '../../../settings/settings';

export interface SqlConfig {
  /** `postgres://user@host/database`, or a file of SQLite: `file:orders.db`, `:memory:`. */
  readonly url: Configured;
  /** Instead of one in the address, which would be no secret. PostgreSQL only. */
  readonly password?: Configured;
  /** Certificates in PEM form to trust; the connection is encrypted then. PostgreSQL only, as `?sslmode=` in the address. */
  readonly ca?: Configured;
  /** For a query or a transaction; default 30 seconds. The activity's own timeout is kept in any case. */
  readonly timeout?: Duration;
  /** Connections at a time, of this worker; default 10. PostgreSQL only. */
  readonly connections?: number;
}

type SqlScalar = string | number | bigint | boolean | null | Date | Uint8Array;

/** A value of a statement; lists are arrays of PostgreSQL (`id = any(${ids})`). SQLite keeps dates as ISO 8601 texts. */
export type SqlValue = SqlScalar | readonly SqlScalar[];

export type SqlRow = Readonly<Record<string, unknown>>;

/** Statements, with their values in them; these are never part of the text, so that none can change its meaning. */
export interface SqlStatements {
  /**
   * The rows of a statement (`select`, or anything with `returning`).
   *
   * @example
   * const [order] = await tx.query<{ total: number }>`select total from orders where id = ${id}`;
   */
  query<Row extends object = SqlRow>(
    texts: TemplateStringsArray,
    ...values: readonly SqlValue[]
  ): Promise<Row[]>;
  /** How many rows a statement has changed. */
  change(texts: TemplateStringsArray, ...values: readonly SqlValue[]): Promise<number>;
}

/** A constraint that a statement broke. */
export type SqlConstraint = 'unique' | 'foreign key' | 'not null' | 'check';

export interface TransactionOptions {
  /** Broken constraints that are BPMN errors of the process: `{ unique: 'DUPLICATE_ORDER' }`. */
  readonly errors?: Readonly<Partial<Record<SqlConstraint, string>>>;
  /** PostgreSQL's; default `read committed`. SQLite's are always serializable. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
  /**
   * Instead of the activity's. An activity with two transactions gives each its own:
   * `` `${context.idempotencyKey}/outbox` ``.
   */
  readonly idempotencyKey?: string;
}

/** One database. Can be made once, outside of activities; connects at its first use. */
export interface SqlClient extends SqlStatements {
  /** See `sql`. */
  transaction<T>(work: (tx: SqlStatements) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** A connection, and what the two kinds of databases do differently. Fails with their libraries' errors. */
export interface SqlSession {
  run(texts: readonly string[], values: readonly SqlValue[]): Promise<{ rows: unknown[]; changes: number }>;
}

export interface SqlDatabase {
  /** A connection for one purpose: others wait, or get another one. It is closed when `signal` is aborted. */
  using<T>(signal: AbortSignal, work: (session: SqlSession) => Promise<T>): Promise<T>;
  readonly begin: (isolation: TransactionOptions['isolation']) => string;
  close(): Promise<void>;
}
