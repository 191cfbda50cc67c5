import type { Redaction } from '../shared/redaction';
import type { Connection } from './connection';
import { codeOf, LdapCode, rejected } from './failures';
import { ldapts } from './library';
import type { LdapAttributes, LdapChanges, LdapEntry, LdapSearch } from './types';
import { attribute, attributes, entryOf, isPassword, type Found } from './values';

const PAGE = 500;
const DEFAULT_LIMIT = 10_000;

/** What a directory does, in ldapts' words; fails with ldapts' errors. */
export class Operations {
  constructor(
    private readonly connection: Connection,
    readonly redaction: Redaction,
  ) {}

  async search(base: string, search: LdapSearch = {}): Promise<LdapEntry[]> {
    const { filter, scope = 'sub', limit = DEFAULT_LIMIT } = search;
    const pages = this.connection.client.searchPaginated(base, {
      scope,
      ...(filter !== undefined && { filter }),
      ...asked(search),
      paged: { pageSize: PAGE },
    });
    const entries: LdapEntry[] = [];
    for await (const { searchEntries } of pages) {
      entries.push(...searchEntries.map((found) => entryOf(found as Found)));
      if (entries.length <= limit) continue;
      const message = `LDAP search ${base}: more than ${limit} entries; narrow the filter or raise the limit`;
      throw rejected(message, { operation: 'search', dn: base });
    }
    return entries;
  }

  async find(dn: string, options: Pick<LdapSearch, 'attributes' | 'binary'>): Promise<LdapEntry | undefined> {
    try {
      const { searchEntries } = await this.connection.client.search(dn, { scope: 'base', ...asked(options) });
      return searchEntries[0] && entryOf(searchEntries[0] as Found);
    } catch (error) {
      if (codeOf(error) === LdapCode.NoSuchObject) return undefined;
      throw error;
    }
  }

  async add(dn: string, given: LdapAttributes): Promise<void> {
    this.#checkPasswords(dn, given);
    await this.connection.client.add(dn, attributes(given, this.redaction));
  }

  async modify(dn: string, { add = {}, replace = {}, remove = {} }: LdapChanges): Promise<void> {
    this.#checkPasswords(dn, { ...add, ...replace });
    const { Change } = ldapts();
    const removed = Object.entries(remove).map(([type, values]) =>
      attribute(type, values === true ? [] : values, this.redaction),
    );
    await this.connection.client.modify(dn, [
      ...removed.map((modification) => new Change({ operation: 'delete', modification })),
      ...attributes(add, this.redaction).map(
        (modification) => new Change({ operation: 'add', modification }),
      ),
      ...attributes(replace, this.redaction).map(
        (modification) => new Change({ operation: 'replace', modification }),
      ),
    ]);
  }

  delete(dn: string): Promise<void> {
    return this.connection.client.del(dn);
  }

  rename(dn: string, to: string): Promise<void> {
    return this.connection.client.modifyDN(dn, to);
  }

  #checkPasswords(dn: string, given: LdapAttributes): void {
    const password = Object.keys(given).find(isPassword);
    if (password === undefined || this.connection.isPrivate) return;
    const message = `LDAP ${dn}: ${password} is not sent over an open line; use ldaps: or startTls`;
    throw rejected(message, { operation: 'write', dn });
  }
}

function asked({ attributes, binary = [] }: Pick<LdapSearch, 'attributes' | 'binary'>) {
  return {
    ...(attributes && { attributes: [...attributes, ...binary] }),
    explicitBufferAttributes: [...binary],
  };
}
