/**
 * Bits of `userAccountControl`.
 *
 * @example
 * { userAccountControl: AccountControl.Normal | AccountControl.Disabled }
 */
export const AccountControl = {
  Disabled: 0x2,
  PasswordNotRequired: 0x20,
  Normal: 0x200,
  PasswordNeverExpires: 0x10000,
} as const;

/** Matches members of groups in groups as well: `` filter`(memberOf:${IN_CHAIN}:=${dn})` ``. Active Directory only. */
export const IN_CHAIN = '1.2.840.113556.1.4.1941';

/** The value of `userAccountControl` with the account switched on or off; other bits stay. */
export function accountControl(
  current: string | number | undefined,
  { enabled }: { readonly enabled: boolean },
): number {
  const bits = Number(current ?? AccountControl.Normal);
  return enabled ? bits & ~AccountControl.Disabled : bits | AccountControl.Disabled;
}

/** Whether an account is switched on, by its `userAccountControl`. */
export function isEnabled(current: string | number | undefined): boolean {
  return (Number(current ?? 0) & AccountControl.Disabled) === 0;
}

/**
 * A `sAMAccountName` from a person's name: letters without accents, without what Windows forbids, 20 characters at most.
 *
 * @example
 * accountName('Zoë.Müller'); // zoe.muller
 */
export function accountName(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  const allowed = plain.replace(/["/\\[\]:;|=,+*?<>@\s]/g, '').slice(0, 20);
  return allowed.replace(/\.+$/, '').toLowerCase();
}

/** A password as `unicodePwd` takes it: in quotes, in UTF-16. */
export function quotedPassword(password: string): Buffer {
  return Buffer.from(`"${password}"`, 'utf16le');
}
