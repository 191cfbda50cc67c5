import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Service } from '../../shared/services/service';

/** A database that the worker itself writes to, and that one can look into. */
export interface Consolidation extends Service {
  readonly database: InstanceType<typeof Database>;
}

/** The group's own database: the balances of all ledgers, and what was corrected. Found by `CONSOLIDATION_URL`. */
export async function startConsolidation(): Promise<Consolidation> {
  const folder = await mkdtemp(join(tmpdir(), 'consolidation-'));
  const file = join(folder, 'consolidation.db');
  const database = new Database(file);
  database.exec(`
    create table balance
      (period text, ledger text, account text, cents integer, primary key (period, ledger, account));
    create table correction (id integer primary key, period text, ledger text, account text, cents integer, reason text)`);
  return {
    database,
    env: { CONSOLIDATION_URL: `file:${file}` },
    async stop() {
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
