import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from '../../../shared/bpmn-error';

/** Types of the failures of the ldap connector, named by what follows from them. */
export const LdapFailure = {
  /** The directory was not reached, broke off, or says "later" (busy, unavailable, time limit, other). Retried. */
  Unavailable: 'LdapUnavailable',
  /** The directory says no: wrong credentials, no such entry, an entry that is another one. Never retried. */
  Rejected: 'LdapRejected',
} as const;

/** Result codes of LDAP that matter to processes. */
export const LdapCode = {
  NoSuchAttribute: 16,
  AttributeOrValueExists: 20,
  NoSuchObject: 32,
  InvalidCredentials: 49,
  InsufficientAccess: 50,
  UnwillingToPerform: 53,
  AlreadyExists: 68,
} as const;

/** First detail of the failures of the ldap connector. */
export interface LdapFailureDetails {
  /** Result code of LDAP, if the directory gave one. */
  readonly code?: number;
  /** What was to be done: `add`. */
  readonly operation: string;
  /** To which entry. */
  readonly dn?: string;
}

/** Time limit exceeded, busy, unavailable, other. */
const LATER: ReadonlySet<number> = new Set([3, 51, 52, 80]);
/** How ldapts says that there is no connection; what else has no code is wrong with the request. */
const BROKEN = /^(Connection|Socket)|timed out/;

/** The directory's result code that an error of ldapts carries. */
export function codeOf(error: unknown): number | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'number' ? code : undefined;
}

/** The failure for what ldapts threw: a BPMN error, a failure to retry, or a final one. */
export function ldapFailure(
  error: unknown,
  details: LdapFailureDetails,
  errors: Readonly<Record<number, string>> = {},
): Error {
  const code = codeOf(error);
  const { message: reason = String(error), code: systemCode } = error as { message?: string; code?: unknown };
  const message = `LDAP ${details.operation}${details.dn === undefined ? '' : ` ${details.dn}`}: ${reason.replace(/\s+/g, ' ').slice(0, 500)}`;
  if (code === undefined) {
    const isBroken = typeof systemCode === 'string' || BROKEN.test(reason);
    return isBroken ? ldapUnavailable(message, details) : rejected(message, details);
  }
  const mapped = errors[code];
  if (mapped !== undefined) return bpmnError(mapped, { message });
  return LATER.has(code)
    ? ldapUnavailable(message, { ...details, code })
    : rejected(message, { ...details, code });
}

export function ldapUnavailable(message: string, details: LdapFailureDetails): ApplicationFailure {
  return ApplicationFailure.create({ type: LdapFailure.Unavailable, message, details: [details] });
}

export function rejected(message: string, details: LdapFailureDetails): ApplicationFailure {
  return ApplicationFailure.create({
    type: LdapFailure.Rejected,
    message,
    nonRetryable: true,
    details: [details],
  });
}
