import { codeOf, LdapCode } from './failures';
import type { Operations } from './operations';
import type { EnsureEntry, LdapAttributes } from './types';
import { attributes, differing, includesValue, isPassword } from './values';

/**
 * The forms that may be repeated: an attempt whose answer was lost has done its work, and the next one finds it done.
 */

export async function ensureEntry(
  operations: Operations,
  dn: string,
  given: LdapAttributes,
  { same }: EnsureEntry,
): Promise<'created' | 'found' | 'changed'> {
  const isThere = await fails(operations.add(dn, given), [LdapCode.AlreadyExists]);
  if (!isThere) return 'created';
  const wanted = attributes(given, operations.redaction).filter(({ type }) => !isPassword(type));
  const entry = await operations.find(dn, { attributes: wanted.map(({ type }) => type) });
  const different = differing(wanted, entry);
  const deciding = same?.map((name) => name.toLowerCase());
  const foreign = different.filter((name) => deciding?.includes(name.toLowerCase()) ?? true);
  if (foreign.length > 0) {
    const reason = `another entry has this name, it differs in ${foreign.join(', ')}`;
    throw Object.assign(new Error(reason), { code: LdapCode.AlreadyExists });
  }
  if (different.length === 0) return 'found';
  const replace = Object.fromEntries(Object.entries(given).filter(([name]) => different.includes(name)));
  await operations.modify(dn, { replace });
  return 'changed';
}

export async function ensureGone(operations: Operations, dn: string): Promise<'deleted' | 'not there'> {
  return (await fails(operations.delete(dn), [LdapCode.NoSuchObject])) ? 'not there' : 'deleted';
}

export async function ensureMember(
  operations: Operations,
  group: string,
  member: string,
): Promise<'added' | 'was member'> {
  // Active Directory says that the entry exists where others say that the value exists.
  const done = [LdapCode.AttributeOrValueExists, LdapCode.AlreadyExists];
  return (await fails(operations.modify(group, { add: { member } }), done)) ? 'was member' : 'added';
}

export async function ensureNotMember(
  operations: Operations,
  group: string,
  member: string,
): Promise<'removed' | 'was none'> {
  try {
    const done = [LdapCode.NoSuchAttribute, LdapCode.NoSuchObject];
    const isDone = await fails(operations.modify(group, { remove: { member } }), done);
    return isDone ? 'was none' : 'removed';
  } catch (error) {
    // Active Directory is unwilling also where there is nothing to do.
    if (codeOf(error) !== LdapCode.UnwillingToPerform) throw error;
    const entry = await operations.find(group, { attributes: ['member'] });
    if (includesValue(entry, 'member', member)) throw error;
    return 'was none';
  }
}

export async function ensureRenamed(
  operations: Operations,
  dn: string,
  to: string,
): Promise<'renamed' | 'was renamed'> {
  try {
    await operations.rename(dn, to);
    return 'renamed';
  } catch (error) {
    const isGone = codeOf(error) === LdapCode.NoSuchObject;
    if (isGone && (await operations.find(to, { attributes: ['1.1'] }))) return 'was renamed';
    throw error;
  }
}

/** Whether `work` fails with one of these codes; fails itself with any other. */
async function fails(work: Promise<void>, codes: readonly number[]): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && codes.includes(code)) return true;
    throw error;
  }
}
