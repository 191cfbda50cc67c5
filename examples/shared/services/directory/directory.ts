import { createApp } from '../app';
import { addControls } from '../controls';
import type { Service } from '../service';
import { Switches, type Failure, type FailOptions } from '../switches';
import { asActiveDirectoryKeepsIt, asShown } from './accounts';
import type { Attributes, Entry } from './entry';
import { startLdapServer } from './ldap-server';
import { Tree } from './tree';

export interface DirectoryOptions {
  /** Name of the domain's entry: `DC=example,DC=com`. */
  readonly root: string;
  /** Further entries by name, those above before those below them. */
  readonly entries?: Readonly<Record<string, Attributes>> | undefined;
}

/** A directory that speaks LDAP, with the attributes and the rules of Active Directory that matter for accounts. */
export interface Directory extends Service {
  /** Its web side, with the entries as JSON at `/entries`. */
  readonly url: string;
  /** Every entry, as a search would show it. */
  entries(): readonly Entry[];
  /** The entry of that name, as a search would show it. */
  entry(dn: string): Entry | undefined;
  /**
   * Makes requests fail: `down` refuses (unavailable), `wrong` refuses with an operations error, `slow` does the work,
   * but answers after the caller has hung up, and `duplicate` does the work and cuts the connection. A route is one of
   * `bind`, `search`, `add`, `modify`, `move` and `delete`. Also by `POST /switches` with `{fail, times, route}`.
   */
  fail(failure: Failure, options?: FailOptions): void;
  heal(): void;
}

const routes = ['bind', 'search', 'add', 'modify', 'move', 'delete'];

/**
 * Starts a directory, found by `LDAP_URL`, and the account to administer it by, `LDAP_BIND_DN` and `LDAP_PASSWORD`.
 *
 * Unlike Active Directory it takes passwords over unencrypted connections: it is reachable on this machine only.
 */
export async function startDirectory({ root, entries = {} }: DirectoryOptions): Promise<Directory> {
  const tree = new Tree(root);
  for (const [dn, attributes] of Object.entries(entries)) {
    tree.add(asActiveDirectoryKeepsIt({ dn, attributes }, tree));
  }
  const switches = new Switches('directory', () => routes);
  const administrator = { dn: `CN=Administrator,${root}`, password: 'let-me-administer' };
  const ldap = await startLdapServer({ tree, switches, administrator });

  const shown = () => tree.all().map((entry) => asShown(entry, tree));
  const app = createApp();
  addControls(app, switches);
  app.get('/entries', shown);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  return {
    url,
    env: {
      LDAP_URL: ldap.url,
      LDAP_BIND_DN: administrator.dn,
      LDAP_PASSWORD: administrator.password,
      LDAP_ROOT: root,
      DIRECTORY_URL: url,
    },
    entries: shown,
    entry: (dn) => {
      const entry = tree.find(dn);
      return entry && asShown(entry, tree);
    },
    fail: (failure, options) => switches.fail(failure, options),
    heal: () => switches.heal(),
    async stop() {
      await Promise.all([ldap.stop(), app.close()]);
    },
  };
}
