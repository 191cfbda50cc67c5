import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Service } from '../../shared/services/service';

/** A database that the worker itself writes to, and that one can look into. */
export interface Consolidation extends Service {
  readonly database: InstanceType<typeof Database>;
}

/**
 * The group's own database: the balances of all ledgers, and what was corrected. Found by `CONSOLIDATION_URL`.
 *
 * @param data folder for its file, which then stays; without one it is a temporary one
 */
export async function startConsolidation(data?: string): Promise<Consolidation> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'consolidation-')));
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'consolidation.db');
  const database = new Database(file);
  database.exec(`
    create table if not exists balance
      (period text, ledger text, account text, cents integer, primary key (period, ledger, account));
    create table if not exists correction
      (id integer primary key, period text, ledger text, account text, cents integer, reason text)`);
  return {
    database,
    env: { CONSOLIDATION_URL: `file:${file}` },
    async stop() {
      database.close();
      if (data === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
