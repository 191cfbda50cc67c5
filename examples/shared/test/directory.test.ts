import { Attribute, Change, Client } from 'ldapts';
import { startDirectory, type Directory } from '../services/directory/directory';

const root = 'DC=example,DC=com';
const people = `OU=People,${root}`;
const ann = `CN=Ann Lee,${people}`;
const sales = `CN=Sales,${root}`;

let directory: Directory;
let client: Client;
beforeEach(async () => {
  directory = await startDirectory({
    root,
    entries: {
      [people]: { objectClass: ['organizationalUnit'] },
      [sales]: { objectClass: ['group'], sAMAccountName: ['sales'] },
    },
  });
  client = new Client({ url: directory.env['LDAP_URL']! });
  await client.bind(directory.env['LDAP_BIND_DN']!, directory.env['LDAP_PASSWORD']);
});
afterEach(async () => {
  await client.unbind();
  await directory.stop();
});

it('creates an account as Active Directory does: disabled, until it has a password', async () => {
  await addAnn();
  expect(await find('(sAMAccountName=ANN)')).toMatchObject([{ dn: ann, userAccountControl: '546' }]);
  await expect(client.modify(ann, [replace('userAccountControl', '512')])).rejects.toMatchObject({
    code: 53,
  });
  await client.modify(ann, [
    replace('unicodePwd', password('tea-at-5!')),
    replace('userAccountControl', '512'),
  ]);

  const [found] = await find('(&(objectClass=user)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))');
  expect(found).toMatchObject({ dn: ann, userAccountControl: '512' });
  expect(found).not.toHaveProperty('unicodePwd');
  const her = new Client({ url: directory.env['LDAP_URL']! });
  await her.bind(ann, 'tea-at-5!');
  await expect(her.bind(ann, 'tea-at-6!')).rejects.toMatchObject({ code: 49 });
  await her.unbind();
});

it('refuses weak passwords, names in use, unknown parents, and changes by anybody else', async () => {
  await addAnn();
  await expect(client.modify(ann, [replace('unicodePwd', password('tea'))])).rejects.toMatchObject({
    code: 19,
  });
  await expect(client.modify(ann, [replace('unicodePwd', 'tea-at-5!')])).rejects.toMatchObject({ code: 53 });
  await expect(addAnn()).rejects.toMatchObject({ code: 68 });
  await expect(
    client.add(`CN=Other,${people}`, { objectClass: 'user', sAMAccountName: 'ann' }),
  ).rejects.toMatchObject({ code: 68 });
  await expect(client.add(`CN=X,OU=Nowhere,${root}`, { objectClass: 'user' })).rejects.toMatchObject({
    code: 32,
  });
  const anonymous = new Client({ url: directory.env['LDAP_URL']! });
  await expect(anonymous.del(ann)).rejects.toMatchObject({ code: 50 });
  await anonymous.unbind();
});

it('keeps groups: members exist, know their groups, follow a move, and are gone when deleted', async () => {
  await addAnn();
  await client.modify(sales, [add('member', ann)]);
  await expect(client.modify(sales, [add('member', ann)])).rejects.toMatchObject({ code: 20 });
  await expect(client.modify(sales, [add('member', `CN=Bob,${people}`)])).rejects.toMatchObject({ code: 32 });
  expect(await find('(cn=Ann Lee)')).toMatchObject([{ memberOf: sales }]);

  await client.modifyDN(ann, `CN=Ann Moss,${people}`);
  expect(directory.entry(sales)?.attributes['member']).toEqual([`CN=Ann Moss,${people}`]);
  await client.del(`CN=Ann Moss,${people}`);
  expect(directory.entry(sales)?.attributes['member']).toBeUndefined();
});

it('searches below a name, by parts of values, and by presence', async () => {
  await addAnn();
  expect(await find('(cn=*n*e)', 'sub')).toMatchObject([{ dn: ann }]);
  expect(await find('(objectClass=*)', 'one')).toMatchObject([{ dn: people }, { dn: sales }]);
  expect(await find('(|(cn=nobody)(sAMAccountName=sales))')).toMatchObject([{ dn: sales }]);
});

it('fails as switched', async () => {
  directory.fail('down', { times: 1, route: 'add' });
  await expect(addAnn()).rejects.toMatchObject({ code: 52 });
  directory.fail('duplicate', { times: 1, route: 'add' });
  await expect(addAnn()).rejects.toThrow();
  expect(directory.entry(ann)).toBeDefined();
  directory.fail('slow', { times: 1, route: 'delete' });
  const impatient = new Client({ url: directory.env['LDAP_URL']!, timeout: 1_000 });
  await impatient.bind(directory.env['LDAP_BIND_DN']!, directory.env['LDAP_PASSWORD']);
  await expect(impatient.del(ann)).rejects.toThrow('timed out');
  expect(directory.entry(ann)).toBeUndefined();
  await impatient.unbind();
  expect(() => directory.fail('down', { route: 'delet' })).toThrow('directory has no route delet');
});

function addAnn(): Promise<void> {
  return client.add(ann, {
    objectClass: ['top', 'person', 'user'],
    cn: 'Ann Lee',
    sAMAccountName: 'ann',
    userPrincipalName: 'ann@example.com',
  });
}

async function find(filter: string, scope: 'sub' | 'one' = 'sub'): Promise<unknown[]> {
  return (await client.search(root, { filter, scope })).searchEntries;
}

function replace(type: string, value: string | Buffer): Change {
  return change('replace', type, value);
}

function add(type: string, value: string): Change {
  return change('add', type, value);
}

function change(operation: 'add' | 'replace', type: string, value: string | Buffer): Change {
  const modification =
    typeof value === 'string'
      ? new Attribute({ type, values: [value] })
      : new Attribute({ type, values: [value] });
  return new Change({ operation, modification });
}

function password(text: string): Buffer {
  return Buffer.from(`"${text}"`, 'utf16le');
}
