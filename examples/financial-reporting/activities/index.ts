import { bpmnError, defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { mail } from 'batonflow/mail';
import { sql } from 'batonflow/sql';
import { z } from 'zod';
import * as contracts from './contracts';
import { monthBefore } from './month-before';

/**
 * What the steps of a close do. What they write to the database they write in transactions that are done once, however
 * often a step is tried.
 */

const timeout = '2 seconds';
const ledgers = http({ baseUrl: env('LEDGERS_URL'), timeout });
const filing = http({ baseUrl: env('FILING_URL'), timeout });
const consolidation = sql({ url: env('CONSOLIDATION_URL') });
const post = mail({ url: env('SMTP_URL'), from: 'Group accounting <accounting@example.com>', timeout });

const Ledgers = z.array(z.object({ ledger: z.string(), company: z.string() }));
const Accounts = z.array(z.object({ account: z.string(), cents: z.number().int() }));
const PAGE = 100;

export const openPeriod = defineActivity(contracts.openPeriod, async ({ period }) => ({
  period: period || monthBefore(new Date()),
  ledgers: await ledgers.get('/ledgers', { answer: Ledgers }),
}));

export const collectLedger = defineActivity(
  contracts.collectLedger,
  async ({ period, ledger: { ledger } }, { heartbeat }) => {
    const accounts: z.infer<typeof Accounts> = [];
    for (let page = 0; ; page++) {
      const found = await ledgers.get('/ledgers/{ledger}/accounts', {
        params: { ledger },
        query: { period, page },
        answer: Accounts,
      });
      accounts.push(...found);
      heartbeat(accounts.length);
      if (found.length < PAGE) break;
    }
    await consolidation.transaction(async (tx) => {
      await tx.change`delete from balance where period = ${period} and ledger = ${ledger}`;
      for (const { account, cents } of accounts) {
        await tx.change`insert into balance values (${period}, ${ledger}, ${account}, ${cents})`;
      }
    });
    return { accounts: accounts.length };
  },
);

export const reconcile = defineActivity(contracts.reconcile, async ({ period, accepted }) => {
  const differences = await consolidation.query<{ ledger: string; cents: number }>`
    select ledger, sum(cents) as cents from (
      select ledger, cents from balance where period = ${period}
      union all select ledger, cents from correction where period = ${period}
    ) group by ledger having sum(cents) <> 0 order by ledger limit 100`;
  const [sum] = await consolidation.query<{ profit: number }>`
    select -coalesce(sum(cents), 0) as profit from balance where period = ${period} and account between '4000' and '4999'`;
  return {
    reconciled: accepted || differences.length === 0,
    differences,
    profit: sum?.profit ?? 0,
    corrected: false as const,
  };
});

export const bookCorrection = defineActivity(contracts.bookCorrection, async ({ period, correction }) => {
  if (!correction) throw bpmnError('NO_CORRECTION', { message: 'There is nothing to book.' });
  const { ledger, account, cents, reason } = correction;
  await consolidation.transaction(async (tx) => {
    await tx.change`insert into correction (period, ledger, account, cents, reason)
      values (${period}, ${ledger}, ${account}, ${cents}, ${reason})`;
  });
  return { corrected: true as const };
});

export const publish = defineActivity(contracts.publish, (body) =>
  filing.post('/reports', { body, answer: z.object({ report: z.string() }) }),
);

export const notify = defineActivity(contracts.notify, async ({ to, subject, text }) => {
  await post.send({ to: `${to}@example.com`, subject, text });
});
