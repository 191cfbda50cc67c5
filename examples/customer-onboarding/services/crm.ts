import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Customer = z.object({ company: z.string(), email: z.string(), country: z.string() });
const Accounts = z.object({ workspace: z.string(), billingAccount: z.string() });
const Id = z.object({ customerId: z.string() });

/** The customers of the house, and the companies that sales do not want (table `unwanted`). */
export function startCrm(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'crm',
    description: 'Customers, from the first contact on.',
    data,
    tables: `
      create table if not exists customer
        (id integer primary key, company text, email text, country text, state text default 'applied',
         workspace text, billing_account text);
      create table if not exists unwanted (company text primary key)`,
    routes(app, database) {
      app.post(
        '/customers',
        { schema: { summary: 'Record an applicant', body: Customer, response: { 201: Id } } },
        ({ body: { company, email, country } }, reply) => {
          const insert = database.prepare('insert into customer (company, email, country) values (?, ?, ?)');
          reply.code(201);
          return { customerId: `customer-${insert.run(company, email, country).lastInsertRowid}` };
        },
      );

      app.post(
        '/customers/:customerId/activation',
        { schema: { summary: 'Make a customer of an applicant', params: Id, body: Accounts } },
        ({ params, body }, reply) => {
          const id = idOf(params);
          const unwanted = database
            .prepare('select company from customer join unwanted using (company) where id = ?')
            .get(id) as { company: string } | undefined;
          if (unwanted) {
            const message = `Sales do not want ${unwanted.company} as a customer.`;
            return reply.code(409).send({ error: 'UNWANTED', message });
          }
          const { changes } = database
            .prepare("update customer set state = 'active', workspace = ?, billing_account = ? where id = ?")
            .run(body.workspace, body.billingAccount, id);
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );

      app.delete(
        '/customers/:customerId',
        { schema: { summary: 'Forget an applicant', params: Id } },
        ({ params }, reply) => {
          const { changes } = database.prepare('delete from customer where id = ?').run(idOf(params));
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}

function idOf({ customerId }: z.infer<typeof Id>): number {
  return Number(customerId.replace('customer-', ''));
}
