import { createHmac } from 'node:crypto';
import { asBpmnError, env, reveal, secret } from 'batonflow/activity';
import {
  AccountControl,
  accountControl,
  accountName,
  dn,
  ldap,
  LdapCode,
  type LdapDirectory,
} from 'batonflow/ldap';

/** Accounts in the directory, as Active Directory wants them. All of it may be repeated without harm. */

const directory = ldap({
  url: env('LDAP_URL'),
  bind: { dn: env('LDAP_BIND_DN'), password: secret('LDAP_PASSWORD') },
  timeout: '3 seconds',
});

/** How many people of the same name there may be. */
const NAMESAKES = 20;

export interface Person {
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
}

export interface Account {
  readonly account: string;
  readonly accountDn: string;
}

/** A disabled account in the group of the role; namesakes get a number. */
export function addAccount(person: Person): Promise<Account> {
  return directory.session(async (on) => {
    for (let n = 1; n <= NAMESAKES; n += 1) {
      const added = await addAs(on, person, n === 1 ? '' : String(n));
      if (added) return added;
    }
    throw new Error(`There are ${NAMESAKES} people called ${person.firstName} ${person.lastName} already.`);
  });
}

/** Undefined if somebody else has the name. */
async function addAs(on: LdapDirectory, person: Person, suffix: string): Promise<Account | undefined> {
  const { employeeId, firstName, lastName, role } = person;
  const account = accountName(`${firstName}.${lastName}${suffix}`);
  const accountDn = dn({ CN: `${firstName} ${lastName} ${suffix}`.trim() }, under('People'));
  try {
    await on.ensureEntry(
      accountDn,
      {
        objectClass: ['top', 'person', 'organizationalPerson', 'user'],
        sAMAccountName: account,
        userPrincipalName: `${account}@example.com`,
        givenName: firstName,
        sn: lastName,
        employeeID: employeeId,
        userAccountControl: AccountControl.Normal | AccountControl.Disabled,
      },
      { same: ['employeeID'], errors: { [LdapCode.AlreadyExists]: 'NAME_TAKEN' } },
    );
  } catch (error) {
    if (asBpmnError(error)?.code === 'NAME_TAKEN') return undefined;
    throw error;
  }
  await on.ensureMember(dn({ CN: role }, under('Groups')), accountDn);
  return { account, accountDn };
}

/** Switches the account on; gives the password for the first log-in, the same one each time. */
export async function enable(accountDn: string): Promise<string> {
  const digest = createHmac('sha256', reveal(secret('PASSWORD_SEED')))
    .update(accountDn)
    .digest('base64url');
  const password = `Aa1-${digest.slice(0, 12)}`;
  await directory.session(async (on) => {
    await on.modify(accountDn, { replace: { unicodePwd: password, pwdLastSet: 0 } });
    await on.modify(accountDn, { replace: { userAccountControl: AccountControl.Normal } });
  });
  return password;
}

export function disable(accountDn: string): Promise<void> {
  return directory.session(async (on) => {
    const entry = await on.find(accountDn);
    if (!entry) return;
    const [current] = entry.attributes['userAccountControl'] ?? [];
    const userAccountControl = accountControl(current, { enabled: false });
    await on.modify(accountDn, { replace: { userAccountControl } });
  });
}

export function remove(accountDn: string): Promise<void> {
  return directory.session(async (on) => {
    for (const role of ['engineer', 'sales', 'finance'])
      await on.ensureNotMember(dn({ CN: role }, under('Groups')), accountDn);
    await on.ensureGone(accountDn);
  });
}

function under(unit: string): string {
  return dn({ OU: unit }, reveal(env('LDAP_ROOT')));
}
