import type { Duration } from '@temporalio/common';
import type { Configured } from '../../../settings/settings';

export interface LdapConfig {
  /** `ldap://directory.example`, or `ldaps://…` for TLS from the first byte. */
  readonly url: Configured;
  /** As whom to bind; without it, as nobody. Active Directory takes `user@domain` for the DN as well. */
  readonly bind?: { readonly dn: Configured; readonly password: Configured };
  /** Encrypts an `ldap:` connection before anything else is sent (StartTLS). */
  readonly startTls?: boolean;
  /** Certificates in PEM form to trust in place of those that Node trusts. */
  readonly ca?: Configured;
  /** For a whole session, or a call outside of one; default 30 seconds. The activity's own timeout is kept in any case. */
  readonly timeout?: Duration;
}

/** Numbers and booleans are written as LDAP writes them (`TRUE`); a secret is a password, for instance. */
export type LdapValue = Configured | number | boolean | Uint8Array;

/** `unicodePwd` is given as plain text, and sent as Active Directory wants it. */
export type LdapAttributes = Readonly<Record<string, LdapValue | readonly LdapValue[]>>;

/** An entry as JSON: each attribute with all its values; those that were asked for as `binary` in base64. */
export interface LdapEntry {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

export interface LdapSearch {
  /** Made by `filter`; default: everything. */
  readonly filter?: string;
  /** `base`: the entry itself; `one`: what is directly under it; `sub` (default): all of that. */
  readonly scope?: 'base' | 'one' | 'sub';
  /** Default: all but operational ones. */
  readonly attributes?: readonly string[];
  /** Attributes that are no text: `objectGUID`. */
  readonly binary?: readonly string[];
  /** More entries than this fail the activity (`LdapRejected`); default 10,000. They are fetched in pages. */
  readonly limit?: number;
}

export interface LdapChanges {
  readonly add?: LdapAttributes;
  readonly replace?: LdapAttributes;
  /** Values to take away, or `true` for the whole attribute. */
  readonly remove?: Readonly<Record<string, true | LdapValue | readonly LdapValue[]>>;
}

export interface LdapCall {
  /** Result codes that are BPMN errors of the process: `{ [LdapCode.AlreadyExists]: 'ACCOUNT_EXISTS' }`. */
  readonly errors?: Readonly<Record<number, string>>;
}

export interface EnsureEntry extends LdapCall {
  /**
   * Attributes that tell whether an entry of this name is this one: `['employeeID']`. If they agree, other attributes
   * are changed as given. Default: all that are given have to agree (but passwords, which cannot be read).
   */
  readonly same?: readonly string[];
}

/** What can be done in a directory. Fails as described at `ldap`. The `ensure…` forms may be repeated without harm. */
export interface LdapDirectory {
  search(base: string, search?: LdapSearch): Promise<LdapEntry[]>;
  /** The entry of this name, or undefined. */
  find(dn: string, options?: Pick<LdapSearch, 'attributes' | 'binary'>): Promise<LdapEntry | undefined>;
  add(dn: string, attributes: LdapAttributes, call?: LdapCall): Promise<void>;
  modify(dn: string, changes: LdapChanges, call?: LdapCall): Promise<void>;
  delete(dn: string, call?: LdapCall): Promise<void>;
  /** Renames an entry, or moves it. */
  rename(dn: string, to: string, call?: LdapCall): Promise<void>;
  /** Adds the entry. If it is there and is the same one, this succeeds; if it is another one, code 68 (already exists). */
  ensureEntry(
    dn: string,
    attributes: LdapAttributes,
    options?: EnsureEntry,
  ): Promise<'created' | 'found' | 'changed'>;
  /** Deletes the entry; fine if there is none. */
  ensureGone(dn: string, call?: LdapCall): Promise<'deleted' | 'not there'>;
  /** Makes `member` a member of a group (attribute `member`); fine if it is. */
  ensureMember(group: string, member: string, call?: LdapCall): Promise<'added' | 'was member'>;
  /** Ends the membership; fine if there is none, or no group. */
  ensureNotMember(group: string, member: string, call?: LdapCall): Promise<'removed' | 'was none'>;
  /** Renames or moves the entry; fine if that was done. */
  ensureRenamed(dn: string, to: string, call?: LdapCall): Promise<'renamed' | 'was renamed'>;
}

/** Calls one directory. Each call opens a connection; `session` does several over one. */
export interface LdapClient extends LdapDirectory {
  session<T>(work: (directory: LdapDirectory) => Promise<T>): Promise<T>;
}
