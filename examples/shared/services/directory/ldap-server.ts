import type { Socket } from 'node:net';
import {
  createServer,
  InsufficientAccessRightsError,
  InvalidCredentialsError,
  OperationsError,
  parseDN,
  UnavailableError,
} from 'ldapjs';
import type { Switches } from '../switches';
import { asActiveDirectoryKeepsIt, asShown, mayLogIn } from './accounts';
import { keyOf, type Attributes } from './entry';
import { matches, type Filter } from './matches';
import { changed, type Change, type Tree } from './tree';

export interface LdapServerOptions {
  readonly tree: Tree;
  readonly switches: Switches;
  /** Who may change the directory. */
  readonly administrator: { readonly dn: string; readonly password: string };
}

/** What ldapjs, which has no types for it, gives its handlers. */
interface Request {
  readonly dn: { toString(): string };
  readonly connection: Socket & { readonly ldap: { readonly bindDN: { toString(): string } } };
}
interface BindRequest extends Request {
  readonly credentials: string;
}
interface SearchRequest extends Request {
  readonly filter: Filter;
  readonly scopeName: 'base' | 'single' | 'subtree';
}
interface Attribute {
  readonly type: string;
  readonly values: readonly string[];
  readonly buffers: readonly Buffer[];
}
interface AddRequest extends Request {
  readonly attributes: readonly Attribute[];
}
interface ModifyRequest extends Request {
  readonly changes: readonly { readonly operation: Change['operation']; readonly modification: Attribute }[];
}
interface MoveRequest extends Request {
  readonly newRdn: { toString(): string };
  readonly newSuperior?: { toString(): string };
}
interface Response {
  send(entry: { dn: string; attributes: Attributes }): void;
  end(): void;
}
type Next = (error?: unknown) => void;

/** Speaks LDAP for a tree of entries, on a free port of this machine. */
export async function startLdapServer({ tree, switches, administrator }: LdapServerOptions): Promise<{
  readonly url: string;
  stop(): Promise<void>;
}> {
  const server = createServer();
  const open = new Set<Socket>();
  server.on('clientError', () => undefined);

  server.bind(
    '',
    handler('bind', ({ dn, credentials }: BindRequest) => {
      const name = dn.toString();
      const entry = tree.find(name);
      const known = keyOf(name) === keyOf(administrator.dn) && credentials === administrator.password;
      if (!known && !(entry && mayLogIn(entry, credentials))) throw new InvalidCredentialsError();
    }),
  );
  server.search(
    '',
    handler('search', ({ dn, scopeName, filter }: SearchRequest, response) => {
      for (const found of tree.search(dn.toString(), scopeName)) {
        const entry = asShown(found, tree);
        if (matches(filter, entry)) response.send({ ...entry, attributes: { ...entry.attributes } });
      }
    }),
  );
  server.add(
    '',
    change('add', ({ dn, attributes }: AddRequest) => {
      const given = attributes.map((attribute) => [attribute.type, textsOf(attribute)] as const);
      tree.add(asActiveDirectoryKeepsIt({ dn: dn.toString(), attributes: Object.fromEntries(given) }, tree));
    }),
  );
  server.modify(
    '',
    change('modify', ({ dn, changes }: ModifyRequest) => {
      const wanted = changes.map(({ operation, modification }) => ({
        operation,
        attribute: modification.type,
        values: textsOf(modification),
      }));
      tree.put(asActiveDirectoryKeepsIt(changed(tree.get(dn.toString()), wanted), tree));
    }),
  );
  server.modifyDN(
    '',
    change('move', ({ dn, newRdn, newSuperior }: MoveRequest) => {
      const parent = newSuperior?.toString() ?? parseDN(dn.toString()).parent()?.toString() ?? '';
      tree.move(dn.toString(), `${newRdn.toString()},${parent}`);
    }),
  );
  server.del(
    '',
    change('delete', ({ dn }: Request) => tree.delete(dn.toString())),
  );

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: server.url,
    async stop() {
      open.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };

  function handler<R extends Request>(route: string, work: (request: R, response: Response) => void) {
    return (request: R, response: Response, next: Next): void => {
      const { connection } = request;
      open.add(connection);
      connection.once('close', () => open.delete(connection));
      const failure = switches.take(route);
      try {
        if (failure === 'down') throw new UnavailableError('The directory is down (switched off).');
        if (failure === 'wrong') throw new OperationsError('The directory is confused (switched on).');
        work(request, response);
      } catch (error) {
        next(error);
        return;
      }
      if (failure === 'duplicate') connection.destroy();
      // Whoever waits for a slow answer hangs up in the end; it never comes.
      if (failure !== undefined) return;
      response.end();
      // By this ldapjs remembers who has logged in.
      next();
    };
  }

  function change<R extends Request>(route: string, work: (request: R) => void) {
    return handler(route, (request: R) => {
      if (keyOf(request.connection.ldap.bindDN.toString()) !== keyOf(administrator.dn)) {
        throw new InsufficientAccessRightsError('Only the administrator changes the directory.');
      }
      work(request);
    });
  }
}

/** Passwords come in UTF-16, everything else in UTF-8. */
function textsOf({ type, values, buffers }: Attribute): readonly string[] {
  return type.toLowerCase() === 'unicodepwd' ? buffers.map((value) => value.toString('utf16le')) : values;
}
