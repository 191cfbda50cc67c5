import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from '../../../shared/bpmn-error';
import type { SqlConstraint, TransactionOptions } from './types';

/** Types of the failures of the sql connector, named by what follows from them. */
export const SqlFailure = {
  /** Not reached, broken off, out of resources, or in conflict with another transaction. Retried. */
  Unavailable: 'SqlUnavailable',
  /** The database refuses: a broken constraint, a wrong statement, wrong credentials. Never retried. */
  Rejected: 'SqlRejected',
} as const;

/** First detail of the failures of the sql connector. */
export interface SqlFailureDetails {
  /** `23505` of PostgreSQL, `SQLITE_CONSTRAINT_UNIQUE`. */
  readonly code?: string;
  readonly constraint?: SqlConstraint;
}

const CONSTRAINTS: Readonly<Record<string, SqlConstraint>> = {
  '23502': 'not null',
  '23503': 'foreign key',
  '23505': 'unique',
  '23514': 'check',
  SQLITE_CONSTRAINT_NOTNULL: 'not null',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign key',
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_CHECK: 'check',
};

/**
 * Codes after which another attempt may succeed. PostgreSQL: connection (08), rolled back for another transaction (40),
 * resources (53), lock not available (55P03), ended by the operator or a timeout (57), the system (58).
 */
const LATER = /^(08|40|53|57|58)...$|^55P03$|^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|INTERRUPT|NOMEM)/;
const OF_DATABASE = /^[0-9A-Z]{5}$|^SQLITE_/;

/** The failure for what a database's library threw: one to retry, or a final one. */
export function sqlFailure(error: unknown, redact: (text: string) => string): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const { message: reason = String(error), code } = error as { message?: string; code?: string };
  const message = redact(`SQL: ${reason.replace(/\s+/g, ' ').slice(0, 500)}`);
  // What has no code of the database comes from the network, or from the library for it.
  if (code === undefined || !OF_DATABASE.test(code)) return sqlUnavailable(message);
  if (LATER.test(code)) return sqlUnavailable(message, { code });
  const constraint = CONSTRAINTS[code];
  return sqlRejected(message, { code, ...(constraint && { constraint }) });
}

/** The BPMN error of a broken constraint, where there is one; else the error as it is. */
export function mapped(error: unknown, errors: TransactionOptions['errors'] = {}): unknown {
  if (!(error instanceof ApplicationFailure) || error.type !== SqlFailure.Rejected) return error;
  const { constraint } = error.details?.[0] as SqlFailureDetails;
  const code = constraint && errors[constraint];
  return code === undefined ? error : bpmnError(code, { message: error.message });
}

export function sqlUnavailable(message: string, details: SqlFailureDetails = {}): ApplicationFailure {
  return ApplicationFailure.create({ type: SqlFailure.Unavailable, message, details: [details] });
}

export function sqlRejected(message: string, details: SqlFailureDetails = {}): ApplicationFailure {
  return ApplicationFailure.create({
    type: SqlFailure.Rejected,
    message,
    nonRetryable: true,
    details: [details],
  });
}
