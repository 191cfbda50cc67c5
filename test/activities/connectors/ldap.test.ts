import { secret } from 'batonflow/activity';
import {
  AccountControl,
  accountControl,
  accountName,
  dn,
  filter,
  isEnabled,
  ldap,
  LdapCode,
  type LdapConfig,
} from 'batonflow/ldap';
import { BusyError, UnwillingToPerformError } from 'ldapjs';
import { createServer, type AddressInfo } from 'node:net';
import { asBpmnError } from '../../../src/shared/bpmn-error';
import { EmbeddedDirectory } from './embedded-directory';
import { failureIn, inActivity } from './running-activity';
import { hasSlapd, ROOT, Slapd, SUFFIX } from './slapd';

const people = `ou=people,${SUFFIX}`;
const jane = dn({ cn: 'Doe, Jane' }, people);
const group = `cn=staff,${SUFFIX}`;
const person = { objectClass: ['inetOrgPerson'], sn: 'Doe', employeeNumber: '4711' };

const kinds: readonly (readonly [string, () => Promise<EmbeddedDirectory | Slapd>])[] = [
  ['a directory on ldapjs', () => new EmbeddedDirectory().start()],
  ...(hasSlapd ? [['OpenLDAP', () => new Slapd().start()] as const] : []),
];
if (!hasSlapd) process.stderr.write('OpenLDAP (slapd) is not installed: its tests are left out.\n');

describe.each(kinds)('%s', (_, start) => {
  let server: EmbeddedDirectory | Slapd;
  const client = (config: Partial<LdapConfig> = {}) => ldap({ url: server.url, bind: ROOT, ...config });
  beforeEach(async () => {
    server = await start();
    await client().session(async (on) => {
      await on.add(SUFFIX, { objectClass: ['dcObject', 'organization'], dc: 'example', o: 'Example' });
      await on.add(people, { objectClass: 'organizationalUnit', ou: 'people' });
      await on.add(group, { objectClass: 'groupOfNames', cn: 'staff', member: ROOT.dn });
    });
  });
  afterEach(() => server.stop());

  it('is written, read, changed, searched', async () => {
    await inActivity(() =>
      client().session(async (on) => {
        await on.add(jane, { ...person, cn: 'Doe, Jane', mail: ['j@example.org', 'jane@example.org'] });
        expect(await on.find(jane, { attributes: ['mail', 'title'] })).toEqual({
          dn: expect.stringMatching(/^cn=Doe\\(,|2c) Jane,ou=people,dc=example,dc=org$/i) as string,
          attributes: { mail: ['j@example.org', 'jane@example.org'] },
        });
        await on.modify(jane, { add: { title: 'Dr.' }, replace: { sn: 'Roe' }, remove: { mail: true } });
        const found = await on.search(people, {
          filter: filter`(&(sn=${'Roe'})(cn=${'Doe, Jane'}))`,
        });
        expect(found).toHaveLength(1);
        expect(found[0]?.attributes).toMatchObject({ sn: ['Roe'], title: ['Dr.'] });
        expect(found[0]?.attributes).not.toHaveProperty('mail');
        await on.rename(jane, dn({ cn: 'Jane Roe' }, people));
        await on.delete(dn({ cn: 'Jane Roe' }, people));
        expect(await on.find(dn({ cn: 'Jane Roe' }, people))).toBeUndefined();
      }),
    );
  });

  it('is the same after a second attempt', async () => {
    const attempt = () =>
      inActivity(() =>
        client().session(async (on) => [
          await on.ensureEntry(jane, { ...person, cn: 'Doe, Jane' }),
          await on.ensureMember(group, jane),
          await on.ensureNotMember(group, jane),
          await on.ensureRenamed(jane, dn({ cn: 'Jane Roe' }, people)),
        ]),
      );
    expect(await attempt()).toEqual(['created', 'added', 'removed', 'renamed']);
    const again = () =>
      client().session(async (on) => [
        await on.ensureRenamed(jane, dn({ cn: 'Jane Roe' }, people)),
        await on.ensureNotMember(group, jane),
        await on.ensureGone(dn({ cn: 'Jane Roe' }, people)),
        await on.ensureGone(dn({ cn: 'Jane Roe' }, people)),
        await on.ensureNotMember(`cn=nobody,${SUFFIX}`, jane),
        await on.ensureEntry(jane, { ...person, cn: 'Doe, Jane' }),
        await on.ensureEntry(jane, { ...person, cn: 'Doe, Jane' }),
        await on.ensureMember(group, jane),
        await on.ensureMember(group, jane),
      ]);
    expect(await inActivity(again)).toEqual([
      'was renamed',
      'was none',
      'deleted',
      'not there',
      'was none',
      'created',
      'found',
      'added',
      'was member',
    ]);
  });

  it('does not take another entry for the one that was to be made', async () => {
    await client().ensureEntry(jane, { ...person, cn: 'Doe, Jane', title: 'Dr.' });
    const other = { ...person, cn: 'Doe, Jane', employeeNumber: '4712' };
    const failure = await failureIn(() => client().ensureEntry(jane, other));
    expect(failure).toMatchObject({ type: 'LdapRejected', nonRetryable: true, details: [{ code: 68 }] });
    expect(failure.message).toMatch(/another entry has this name, it differs in employeeNumber$/);
    const errors = { [LdapCode.AlreadyExists]: 'ACCOUNT_EXISTS' };
    const mapped = await failureIn(() =>
      client().ensureEntry(jane, other, { errors, same: ['employeeNumber'] }),
    );
    expect(asBpmnError(mapped)?.code).toBe('ACCOUNT_EXISTS');
    const changed = { ...person, cn: 'Doe, Jane', title: 'Prof.' };
    expect(await inActivity(() => client().ensureEntry(jane, changed, { same: ['employeeNumber'] }))).toBe(
      'changed',
    );
    expect((await client().find(jane))?.attributes['title']).toEqual(['Prof.']);
  });

  it('says no for good', async () => {
    const wrong = await failureIn(() => client({ bind: { dn: ROOT.dn, password: 'wrong' } }).find(people));
    expect(wrong).toMatchObject({
      type: 'LdapRejected',
      nonRetryable: true,
      details: [{ operation: 'bind', code: 49 }],
    });
    const missing = await failureIn(() => client().modify(jane, { replace: { sn: 'x' } }));
    expect(missing).toMatchObject({
      type: 'LdapRejected',
      details: [{ operation: 'modify', code: 32, dn: jane }],
    });
    const syntax = await failureIn(() => client().search(people, { filter: '(cn=' }));
    expect(syntax).toMatchObject({ type: 'LdapRejected', nonRetryable: true });
    const anonymous = await failureIn(() => client({ bind: { dn: ROOT.dn, password: '' } }).find(people));
    expect(anonymous.message).toContain('the password is empty');
  });

  it('is searched in pages, up to a limit', async () => {
    await client().session(async (on) => {
      for (let n = 0; n < 130; n++) await on.add(dn({ cn: `p${n}` }, people), { ...person, cn: `p${n}` });
      expect(await on.search(people, { filter: filter`(cn=${'*'})` })).toEqual([]);
    });
    expect(
      await inActivity(() => client().search(people, { filter: '(sn=Doe)', attributes: ['cn'] })),
    ).toHaveLength(130);
    const failure = await failureIn(() => client().search(people, { limit: 100 }));
    expect(failure.message).toContain('more than 100 entries');
  });

  it('keeps the connection only as long as it lasts', async () => {
    const failure = await failureIn(() =>
      client().session(async (on) => {
        await on.find(people);
        await server.stop();
        return on.find(people);
      }),
    );
    expect(failure).toMatchObject({ type: 'LdapUnavailable', nonRetryable: false });
    const refused = await failureIn(() => client().find(people));
    expect(refused).toMatchObject({ type: 'LdapUnavailable', nonRetryable: false });
    server = await start();
  });
});

describe('a directory with moods', () => {
  let server: EmbeddedDirectory;
  beforeEach(async () => {
    server = await new EmbeddedDirectory().start();
  });
  afterEach(() => server.stop());

  it('is asked again when it is busy', async () => {
    server.failures.push(new BusyError('later'));
    const failure = await failureIn(() => ldap({ url: server.url, bind: ROOT }).ensureGone(jane));
    expect(failure).toMatchObject({ type: 'LdapUnavailable', nonRetryable: false, details: [{ code: 51 }] });
  });

  it('is unwilling to end a membership that is none, as Active Directory is', async () => {
    server.entries.set(group, { dn: group, values: { objectclass: ['group'], member: ['cn=bob'] } });
    const client = ldap({ url: server.url, bind: ROOT });
    server.failures.push(new UnwillingToPerformError('no'));
    expect(await inActivity(() => client.ensureNotMember(group, jane))).toBe('was none');
    server.failures.push(new UnwillingToPerformError('no'));
    const failure = await failureIn(() => client.ensureNotMember(group, 'CN=Bob'));
    expect(failure).toMatchObject({ type: 'LdapRejected', details: [{ code: 53 }] });
  });

  it('gets a password as Active Directory wants it', async () => {
    process.env['TEST_PASSWORD'] = 'Pa$$w0rd';
    const account = { cn: 'x', unicodePwd: secret('TEST_PASSWORD') };
    await inActivity(() => ldap({ url: server.url, bind: ROOT }).add(`cn=x,${SUFFIX}`, account));
    const stored = server.entries.get(`cn=x,${SUFFIX}`)?.values['unicodepwd']?.[0];
    expect(stored).toBe(Buffer.from('"Pa$$w0rd"', 'utf16le').toString());
    Reflect.deleteProperty(process.env, 'TEST_PASSWORD');
  });

  it('does not answer in time', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const url = `ldap://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const failure = await failureIn(() => ldap({ url, bind: ROOT, timeout: '80 ms' }).find(people));
    expect(failure).toMatchObject({ type: 'LdapUnavailable', nonRetryable: false });
    expect(failure.message).toContain('within 80 ms');
    await new Promise((resolve) => silent.close(resolve));
  });
});

if (hasSlapd)
  describe('StartTLS', () => {
    it('encrypts, and trusts nobody it does not know', async () => {
      const server = await new Slapd().start();
      try {
        const trusted = ldap({ url: server.url, bind: ROOT, startTls: true, ca: server.ca });
        await inActivity(() =>
          trusted.add(SUFFIX, { objectClass: ['dcObject', 'organization'], dc: 'example', o: 'E' }),
        );
        const unknown = ldap({ url: server.url, bind: ROOT, startTls: true });
        const failure = await failureIn(() => unknown.find(SUFFIX));
        expect(failure).toMatchObject({ type: 'LdapUnavailable', details: [{ operation: 'StartTLS' }] });
        expect(failure.message).toMatch(/self-signed certificate/);
      } finally {
        await server.stop();
      }
    });
  });

test('names and filters are escaped', () => {
  expect(dn({ CN: ' Doe, "J" <a+b>; #1\\ ' }, 'DC=x')).toBe(
    'CN=\\ Doe\\, \\"J\\" \\<a\\+b\\>\\; #1\\\\\\ ,DC=x',
  );
  expect(dn({ CN: '#a' }, 'DC=x')).toBe('CN=\\#a,DC=x');
  expect(filter`(cn=${'a*(b)\\\0'})`).toBe('(cn=a\\2a\\28b\\29\\5c\\00)');
});

test('habits of Active Directory', () => {
  expect(accountName('Zoë.Groß-Müller, PhD.')).toBe('zoe.gross-mullerphd');
  expect(accountName('Maximiliane.Mustermann')).toBe('maximiliane.musterma');
  const normal = AccountControl.Normal | AccountControl.PasswordNeverExpires;
  expect(accountControl(String(normal), { enabled: false })).toBe(normal | AccountControl.Disabled);
  expect(accountControl(514, { enabled: true })).toBe(512);
  expect([isEnabled('512'), isEnabled('514')]).toEqual([true, false]);
});
