import {
  ConstraintViolationError,
  EntryAlreadyExistsError,
  NoSuchObjectError,
  UnwillingToPerformError,
} from 'ldapjs';
import { keyOf, same, valuesOf, withValues, type Entry } from './entry';
import type { Tree } from './tree';

/** Bits of `userAccountControl`. */
const DISABLED = 0x2;
const NO_PASSWORD_NEEDED = 0x20;
const NORMAL_ACCOUNT = 0x200;

const MIN_PASSWORD = 8;
/** No two entries have the same. */
const UNIQUE = ['sAMAccountName', 'userPrincipalName'];

/**
 * An entry as Active Directory keeps it, where it has rules of its own:
 * - a new user is disabled, and can be enabled (`userAccountControl` 512) once it has a password;
 * - a password is written to `unicodePwd`: quoted, in UTF-16, and at least eight characters long;
 * - names of accounts are unique in the directory, and members of groups exist.
 */
export function asActiveDirectoryKeepsIt(entry: Entry, tree: Tree): Entry {
  for (const attribute of UNIQUE) {
    const [name] = valuesOf(entry, attribute);
    const namesake =
      name !== undefined &&
      tree.all().find((other) => !isSame(other, entry) && same(valuesOf(other, attribute)[0] ?? '', name));
    if (namesake) throw new EntryAlreadyExistsError(`${namesake.dn} has the ${attribute} ${name} already.`);
  }
  for (const member of valuesOf(entry, 'member')) {
    if (!tree.find(member)) throw new NoSuchObjectError(`There is no ${member}, so it cannot be a member.`);
  }
  if (!isUser(entry)) return entry;

  const [password] = valuesOf(entry, 'unicodePwd');
  if (password !== undefined && !/^".*"$/s.test(password)) {
    throw new UnwillingToPerformError('unicodePwd is a password in quotes, in UTF-16LE.');
  }
  if (password !== undefined && password.length - 2 < MIN_PASSWORD) {
    throw new ConstraintViolationError(`A password has at least ${MIN_PASSWORD} characters.`);
  }
  const [control = String(NORMAL_ACCOUNT | NO_PASSWORD_NEEDED | DISABLED)] = valuesOf(
    entry,
    'userAccountControl',
  );
  const enabled = (Number(control) & DISABLED) === 0;
  if (enabled && password === undefined && (Number(control) & NO_PASSWORD_NEEDED) === 0) {
    throw new UnwillingToPerformError('A user without a password cannot be enabled.');
  }
  return withValues(entry, 'userAccountControl', [control]);
}

/** Who may log in: enabled, with this password. */
export function mayLogIn(entry: Entry, password: string): boolean {
  const [control] = valuesOf(entry, 'userAccountControl');
  const [known] = valuesOf(entry, 'unicodePwd');
  return known === `"${password}"` && (Number(control) & DISABLED) === 0;
}

/** An entry as searches see it: with the groups it is in, without its password. */
export function asShown(entry: Entry, tree: Tree): Entry {
  const groups = tree
    .all()
    .filter((other) => valuesOf(other, 'member').some((dn) => keyOf(dn) === keyOf(entry.dn)));
  const shown = withValues(
    entry,
    'memberOf',
    groups.map(({ dn }) => dn),
  );
  return withValues(withValues(shown, 'unicodePwd', []), 'distinguishedName', [entry.dn]);
}

function isUser(entry: Entry): boolean {
  return valuesOf(entry, 'objectClass').some((name) => same(name, 'user'));
}

function isSame(one: Entry, other: Entry): boolean {
  return keyOf(one.dn) === keyOf(other.dn);
}
