import * as ldapjs from 'ldapjs';
import type { AddressInfo, Server, Socket } from 'node:net';
import { ROOT, SUFFIX } from './slapd';

type Values = Record<string, string[]>;
type Next = (error?: unknown) => void;

/** What the handlers below read of ldapjs' requests. */
interface Request {
  readonly dn: { parent(): unknown };
  readonly credentials: string;
  readonly attributes: readonly { readonly type: string; readonly values: readonly string[] }[];
  readonly changes: readonly {
    readonly operation: string;
    readonly modification: { readonly type: string; readonly values: readonly string[] };
  }[];
  readonly newRdn: unknown;
  readonly newSuperior: unknown;
  readonly scope: string | number;
  readonly filter: { matches(entry: object): boolean };
}
interface Response {
  attributes: string[];
  send(entry: object): void;
  end(): void;
}
type Handler = (request: Request, response: Response, next: Next) => unknown;

/** The part of ldapjs' server that is used. */
interface DirectoryServer extends Record<
  'add' | 'del' | 'modify' | 'modifyDN' | 'search',
  (under: string, handler: Handler) => void
> {
  bind(under: string, handler: Handler): void;
  on(event: 'clientError', handle: () => void): void;
  listen(port: number, host: string, done: () => void): void;
  readonly server: Server;
}

/** A directory on ldapjs, in memory: what the connector needs of one where OpenLDAP is not installed. */
export class EmbeddedDirectory {
  readonly entries = new Map<string, { readonly dn: string; readonly values: Values }>();
  /** Errors for the next requests of any kind but bind. */
  readonly failures: unknown[] = [];
  readonly #server = ldapjs.createServer() as unknown as DirectoryServer;
  readonly #sockets = new Set<Socket>();

  #port = 0;

  get url(): string {
    return `ldap://localhost:${this.#port}`;
  }

  async start(): Promise<this> {
    const server = this.#server;
    server.bind('', ({ credentials }, response, next) => {
      if (credentials !== ROOT.password) return next(new ldapjs.InvalidCredentialsError());
      response.end();
      return next();
    });
    server.add(
      SUFFIX,
      this.#handler(({ dn, attributes }) => {
        if (this.entries.has(key(dn))) throw new ldapjs.EntryAlreadyExistsError(String(dn));
        const values = Object.fromEntries(attributes.map(({ type, values: given }) => [type, [...given]]));
        this.entries.set(key(dn), { dn: String(dn), values });
      }),
    );
    server.del(
      SUFFIX,
      this.#handler(({ dn }) => {
        this.#entry(dn);
        this.entries.delete(key(dn));
      }),
    );
    server.modify(
      SUFFIX,
      this.#handler(({ dn, changes }) => {
        const { values } = this.#entry(dn);
        for (const { operation, modification } of changes) {
          change(values, operation, modification.type, [...modification.values]);
        }
      }),
    );
    server.modifyDN(
      SUFFIX,
      this.#handler(({ dn, newRdn, newSuperior }) => {
        const { values } = this.#entry(dn);
        const renamed = `${String(newRdn)},${String(newSuperior || dn.parent())}`;
        this.entries.delete(key(dn));
        this.entries.set(key(renamed), { dn: renamed, values });
      }),
    );
    server.search(
      SUFFIX,
      this.#handler(({ dn, scope, filter }, response) => {
        // ldapjs keeps names of attributes in lower case, but not those that are asked for
        response.attributes = response.attributes.map((name) => name.toLowerCase());
        const base = key(dn);
        const isBase = scope === 'base' || scope === 0;
        if (isBase) this.#entry(dn);
        for (const [name, entry] of this.entries) {
          const isInScope = name === base || (!isBase && name.endsWith(`,${base}`));
          if (isInScope && filter.matches(entry.values))
            response.send({ dn: entry.dn, attributes: entry.values });
        }
      }),
    );
    server.on('clientError', () => undefined);
    server.server.on('connection', (socket) => this.#sockets.add(socket));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    this.#port = (server.server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.server.close(resolve));
  }

  #handler(handle: (request: Request, response: Response) => void): Handler {
    return (request, response, next) => {
      try {
        const failure = this.failures.shift();
        if (failure) throw failure;
        handle(request, response);
      } catch (error) {
        return next(error);
      }
      response.end();
      return next();
    };
  }

  #entry(dn: unknown) {
    const entry = this.entries.get(key(dn));
    if (!entry) throw new ldapjs.NoSuchObjectError(String(dn));
    return entry;
  }
}

function key(dn: unknown): string {
  return String(dn).toLowerCase().replace(/,\s+/g, ',');
}

function change(values: Values, operation: string, type: string, given: string[]): void {
  const there = values[type] ?? [];
  if (operation === 'replace') values[type] = given;
  if (operation === 'add') {
    if (given.some((value) => there.includes(value))) throw new ldapjs.AttributeOrValueExistsError(type);
    values[type] = [...there, ...given];
  }
  if (operation === 'delete') {
    if (given.some((value) => !there.includes(value))) throw new ldapjs.NoSuchAttributeError(type);
    values[type] = given.length > 0 ? there.filter((value) => !given.includes(value)) : [];
  }
}
