import { ApplicationFailure } from '@temporalio/common';
import { Redaction } from '../shared/redaction';
import { waiting } from '../shared/running';
import { connected } from './connection';
import { ensureEntry, ensureGone, ensureMember, ensureNotMember, ensureRenamed } from './ensure';
import { ldapFailure, ldapUnavailable } from './failures';
import { Operations } from './operations';
import type { LdapCall, LdapClient, LdapConfig, LdapDirectory } from './types';

const DEFAULT_TIMEOUT = '30 seconds';

/**
 * Talks to an LDAP directory, Active Directory among them, to be used inside of activities. Needs the package `ldapts`.
 *
 * The forms `ensure…` succeed when they find their work done, and so can be retried; `add`, `delete` and `rename` cannot.
 *
 * - Not reached, broken off, busy, unavailable, time limit exceeded: `LdapUnavailable`, which Temporal retries.
 * - Any other result: `LdapRejected`, not retried, with the result code, or the BPMN error that `errors` names. Wrong
 *   credentials are not tried again, for directories lock accounts.
 *
 * @example
 * const directory = ldap({
 *   url: env('LDAP_URL'),
 *   bind: { dn: env('LDAP_USER'), password: secret('LDAP_PASSWORD') },
 * });
 *
 * export const createAccount = defineActivity(contracts.createAccount, async ({ name, employeeId }) => {
 *   const account = dn({ CN: name }, 'OU=People,DC=example,DC=org');
 *   await directory.ensureEntry(account, { objectClass: 'user', employeeID: employeeId, … }, { same: ['employeeID'] });
 *   return { dn: account };
 * });
 */
export function ldap(config: LdapConfig): LdapClient {
  const session: LdapClient['session'] = (work) => {
    const redaction = new Redaction();
    const timedOut = (milliseconds: number) =>
      ldapUnavailable(`LDAP: the directory did not answer within ${milliseconds} ms`, {
        operation: 'session',
      });
    return waiting({ timeout: config.timeout ?? DEFAULT_TIMEOUT, timedOut }, (signal) =>
      connected(config, signal, redaction, (connection) =>
        work(directory(new Operations(connection, redaction))),
      ),
    );
  };
  return {
    session,
    search: (...given) => session((on) => on.search(...given)),
    find: (...given) => session((on) => on.find(...given)),
    add: (...given) => session((on) => on.add(...given)),
    modify: (...given) => session((on) => on.modify(...given)),
    delete: (...given) => session((on) => on.delete(...given)),
    rename: (...given) => session((on) => on.rename(...given)),
    ensureEntry: (...given) => session((on) => on.ensureEntry(...given)),
    ensureGone: (...given) => session((on) => on.ensureGone(...given)),
    ensureMember: (...given) => session((on) => on.ensureMember(...given)),
    ensureNotMember: (...given) => session((on) => on.ensureNotMember(...given)),
    ensureRenamed: (...given) => session((on) => on.ensureRenamed(...given)),
  };
}

/** The operations, with failures that say whether another attempt makes sense. */
function directory(operations: Operations): LdapDirectory {
  const judged = async <T>(
    operation: string,
    dn: string,
    { errors }: LdapCall,
    work: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApplicationFailure) throw error;
      const redacted = operations.redaction.redact(dn);
      throw ldapFailure(error, { operation, dn: redacted }, errors);
    }
  };
  return {
    search: (base, search) => judged('search', base, {}, () => operations.search(base, search)),
    find: (dn, options = {}) => judged('find', dn, {}, () => operations.find(dn, options)),
    add: (dn, given, call = {}) => judged('add', dn, call, () => operations.add(dn, given)),
    modify: (dn, changes, call = {}) => judged('modify', dn, call, () => operations.modify(dn, changes)),
    delete: (dn, call = {}) => judged('delete', dn, call, () => operations.delete(dn)),
    rename: (dn, to, call = {}) => judged('rename', dn, call, () => operations.rename(dn, to)),
    ensureEntry: (dn, given, options = {}) =>
      judged('ensureEntry', dn, options, () => ensureEntry(operations, dn, given, options)),
    ensureGone: (dn, call = {}) => judged('ensureGone', dn, call, () => ensureGone(operations, dn)),
    ensureMember: (group, member, call = {}) =>
      judged('ensureMember', group, call, () => ensureMember(operations, group, member)),
    ensureNotMember: (group, member, call = {}) =>
      judged('ensureNotMember', group, call, () => ensureNotMember(operations, group, member)),
    ensureRenamed: (dn, to, call = {}) =>
      judged('ensureRenamed', dn, call, () => ensureRenamed(operations, dn, to)),
  };
}
