import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reservePort } from '../../../examples/shared/services/reserve-address';
import { reachable } from './reachable';

const SLAPD = '/usr/sbin/slapd';
const SCHEMAS = '/etc/ldap/schema';

/** OpenLDAP where it is installed, as Debian does it. */
export const hasSlapd = existsSync(SLAPD) && existsSync(SCHEMAS);

export const SUFFIX = 'dc=example,dc=org';
export const ROOT = { dn: `cn=admin,${SUFFIX}`, password: 'root-secret' };

/** A real directory on a free port, with data of its own, and a certificate for `localhost`. */
export class Slapd {
  #process: ChildProcess | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'baton-slapd-'));
  #port = 0;

  get url(): string {
    return `ldap://localhost:${this.#port}`;
  }

  /** The certificate to trust. */
  get ca(): string {
    return readFileSync(join(this.#folder, 'cert.pem'), 'utf8');
  }

  async start(): Promise<this> {
    this.#port = await reservePort();
    mkdirSync(join(this.#folder, 'data'));
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem`.split(
        ' ',
      ),
      { cwd: this.#folder, stdio: 'ignore' },
    );
    const schemas = ['core', 'cosine', 'inetorgperson'].map((name) => `include ${SCHEMAS}/${name}.schema`);
    const config = [
      ...schemas,
      'modulepath /usr/lib/ldap',
      'moduleload back_mdb',
      `TLSCertificateFile ${join(this.#folder, 'cert.pem')}`,
      `TLSCertificateKeyFile ${join(this.#folder, 'key.pem')}`,
      'sizelimit 100', // of a page; paging goes beyond
      'database mdb',
      `suffix ${SUFFIX}`,
      `rootdn ${ROOT.dn}`,
      `rootpw ${ROOT.password}`,
      `directory ${join(this.#folder, 'data')}`,
    ];
    writeFileSync(join(this.#folder, 'slapd.conf'), `${config.join('\n')}\n`);
    this.#process = spawn(
      SLAPD,
      ['-f', join(this.#folder, 'slapd.conf'), '-h', `ldap://127.0.0.1:${this.#port}/`, '-d', '0'],
      { stdio: 'ignore' },
    );
    await reachable(this.#port, () => this.#process?.exitCode === null);
    return this;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve));
    if (this.#process?.exitCode === null) {
      this.#process.kill();
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
