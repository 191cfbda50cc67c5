import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Order = z.object({ customerId: z.string(), company: z.string(), plan: z.string() });
const Id = z.object({ billingAccount: z.string() });
const Problem = z.object({ error: z.string(), message: z.string() });

/** A company that has never paid. */
export const DEBTOR = 'Teabags Ltd';

/** Accounts that customers are billed by. Companies that owe money (table `debtor`) get none. */
export function startBilling(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'billing',
    description: 'Bills customers.',
    data,
    tables: `
      create table if not exists debtor (company text primary key);
      insert or ignore into debtor values ('${DEBTOR}');
      create table if not exists account (id integer primary key, customer_id text, company text, plan text)`,
    routes(app, database) {
      app.post(
        '/accounts',
        { schema: { summary: 'Open an account', body: Order, response: { 201: Id, 409: Problem } } },
        ({ body: { customerId, company, plan } }, reply) => {
          if (database.prepare('select 1 from debtor where company = ?').get(company)) {
            reply.code(409);
            return { error: 'IN_DEBT', message: `${company} owes us money.` };
          }
          const insert = database.prepare(
            'insert into account (customer_id, company, plan) values (?, ?, ?)',
          );
          reply.code(201);
          return { billingAccount: `account-${insert.run(customerId, company, plan).lastInsertRowid}` };
        },
      );

      app.delete(
        '/accounts/:billingAccount',
        { schema: { summary: 'Close an account', params: Id } },
        ({ params }, reply) => {
          const id = Number(params.billingAccount.replace('account-', ''));
          const { changes } = database.prepare('delete from account where id = ?').run(id);
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
