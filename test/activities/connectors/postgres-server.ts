import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reservePort } from '../../../examples/shared/services/reserve-address';
import { reachable } from './reachable';

const VERSIONS = '/usr/lib/postgresql';

/** Where Debian installs it; undefined where it is not installed. */
export const postgresPrograms = existsSync(VERSIONS)
  ? readdirSync(VERSIONS)
      .map((version) => join(VERSIONS, version, 'bin'))
      .find((folder) => existsSync(join(folder, 'initdb')))
  : undefined;

/** A real PostgreSQL on a free port, with data of its own. */
export class PostgresServer {
  #process: ChildProcess | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'baton-postgres-'));
  #port = 0;

  get url(): string {
    return `postgres://baton@127.0.0.1:${this.#port}/postgres`;
  }

  async start(): Promise<this> {
    this.#port = await reservePort();
    const user = this.#user();
    if (user) chownSync(this.#folder, user.uid, user.gid);
    const run = (name: string) => join(postgresPrograms ?? '', name);
    const data = join(this.#folder, 'data');
    execFileSync(run('initdb'), ['-D', data, '-U', 'baton', '-A', 'trust', '--no-sync'], {
      ...user,
      stdio: 'ignore',
    });
    const options = ['-D', data, '-p', String(this.#port), '-k', this.#folder, '-h', '127.0.0.1', '-F'];
    this.#process = spawn(run('postgres'), options, { ...user, stdio: 'ignore' });
    await reachable(this.#port, () => this.#process?.exitCode === null);
    const ready = ['-h', '127.0.0.1', '-p', String(this.#port)];
    while (spawnSync(run('pg_isready'), ready, { stdio: 'ignore' }).status !== 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process?.once('exit', resolve));
    if (this.#process?.exitCode === null) {
      this.#process.kill('SIGINT'); // it does not wait for its clients
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** PostgreSQL does not run as root. */
  #user(): { readonly uid: number; readonly gid: number } | undefined {
    if (process.getuid?.() !== 0) return undefined;
    const id = (what: string) => Number(execFileSync('id', [what, 'postgres']));
    return { uid: id('-u'), gid: id('-g') };
  }
}
