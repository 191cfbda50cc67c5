import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Account = z.object({ account: z.string() });
const Wanted = z.object({ products: z.array(z.string()) });
const Problem = z.object({ error: z.string(), message: z.string() });

/** Licences that were bought (table `product`), and who has them. */
export function startLicences(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'licences',
    description: 'Which licences there are, and who has them.',
    data,
    tables: `
      create table if not exists product (name text primary key, bought integer);
      insert or ignore into product values ('office', 500), ('ide', 50), ('bookkeeping', 5);
      create table if not exists assignment (product text, account text, primary key (product, account))`,
    routes(app, database) {
      const others = database.prepare(
        'select count(*) as taken from assignment where product = ? and account <> ?',
      );
      const bought = database.prepare('select bought from product where name = ?');

      app.put(
        '/accounts/:account/licences',
        {
          schema: {
            summary: 'Give an account licences',
            params: Account,
            body: Wanted,
            response: { 200: Wanted, 409: Problem },
          },
        },
        ({ params: { account }, body: { products } }, reply) => {
          const missing = products.find((product) => {
            const { taken } = others.get(product, account) as { taken: number };
            return taken >= ((bought.get(product) as { bought: number } | undefined)?.bought ?? 0);
          });
          if (missing !== undefined) {
            reply.code(409);
            return { error: 'NONE_LEFT', message: `There is no licence left of ${missing}.` };
          }
          const assign = database.prepare('insert or ignore into assignment values (?, ?)');
          for (const product of products) assign.run(product, account);
          return { products };
        },
      );

      app.delete(
        '/accounts/:account/licences',
        { schema: { summary: 'Take all licences back', params: Account } },
        ({ params }, reply) => {
          database.prepare('delete from assignment where account = ?').run(params.account);
          return reply.code(204).send();
        },
      );
    },
  });
}
