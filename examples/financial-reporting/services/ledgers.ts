import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Ledger = z.object({ ledger: z.string(), company: z.string() });
const Account = z.object({ account: z.string(), cents: z.number().int() });

const COMPANIES = ['Vienna', 'Galway', 'Lyon', 'Porto', 'Turin', 'Basel', 'Ghent', 'Turku'];
/** With 40 ledgers: 10,000 accounts. */
const ACCOUNTS = 250;
const PAGE = 100;

/** The books of the group's companies, five ledgers each. The balances of a ledger add up to 0. */
export function startLedgers(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'ledgers',
    description: 'The books of the group.',
    data,
    tables: `
      create table if not exists ledger (ledger text primary key, company text);
      create table if not exists account (ledger text, account text, cents integer, primary key (ledger, account))`,
    routes(app, database) {
      const insert = {
        ledger: database.prepare('insert or ignore into ledger values (?, ?)'),
        account: database.prepare('insert or ignore into account values (?, ?, ?)'),
      };
      database.exec('begin');
      for (const [i, company] of COMPANIES.entries()) {
        for (let part = 1; part <= 5; part++) {
          const ledger = `${company.toLowerCase()}-${part}`;
          insert.ledger.run(ledger, company);
          for (const { account, cents } of balances(i * 5 + part)) insert.account.run(ledger, account, cents);
        }
      }
      database.exec('commit');

      app.get(
        '/ledgers',
        { schema: { summary: 'All ledgers', response: { 200: z.array(Ledger) } } },
        () =>
          database.prepare('select ledger, company from ledger order by ledger').all() as z.infer<
            typeof Ledger
          >[],
      );

      app.get(
        '/ledgers/:ledger/accounts',
        {
          schema: {
            summary: 'Balances of a month, by pages of 100 accounts',
            params: Ledger.pick({ ledger: true }),
            querystring: z.object({ period: z.string(), page: z.coerce.number().int().nonnegative() }),
            response: { 200: z.array(Account) },
          },
        },
        ({ params, query }) =>
          database
            .prepare('select account, cents from account where ledger = ? order by account limit ? offset ?')
            .all(params.ledger, PAGE, query.page * PAGE) as z.infer<typeof Account>[],
      );
    },
  });
}

/** Accounts from 1000 on; those from 4000 on are revenue, with what has been earned as a negative balance. */
function balances(seed: number): z.infer<typeof Account>[] {
  const accounts = Array.from({ length: ACCOUNTS - 1 }, (_, i) => {
    const isRevenue = i >= 200;
    const cents = ((seed * 7919 + i * 104_729) % 100_000) + 1;
    return { account: String(isRevenue ? 3800 + i : 1000 + i), cents: isRevenue ? -cents : cents };
  });
  const total = accounts.reduce((sum, { cents }) => sum + cents, 0);
  return [...accounts, { account: '9999', cents: -total }];
}
