/**
 * The sql connector: PostgreSQL and SQLite, with transactions that are done once.
 *
 * @module
 */
export { sql } from './client';
export { SqlFailure, type SqlFailureDetails } from './failures';
export type {
  SqlClient,
  SqlConfig,
  SqlConstraint,
  SqlRow,
  SqlStatements,
  SqlValue,
  TransactionOptions,
} from './types';
export { env, reveal, secret, type Configured, type Setting } from '../../../settings/settings';
