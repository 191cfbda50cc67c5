import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Order = z.object({ customerId: z.string(), plan: z.enum(['team', 'business', 'enterprise']) });
const Id = z.object({ workspace: z.string() });
const Problem = z.object({ error: z.string(), message: z.string() });

/** Workspaces of customers; of each plan there are as many as the table `capacity` says. */
export function startWorkspaces(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'workspaces',
    description: 'Provisions workspaces.',
    data,
    tables: `
      create table if not exists capacity (plan text primary key, available integer);
      insert or ignore into capacity values ('team', 1000), ('business', 100), ('enterprise', 10);
      create table if not exists workspace (id integer primary key, customer_id text, plan text)`,
    routes(app, database) {
      const take = database.prepare(
        'update capacity set available = available - 1 where plan = ? and available > 0',
      );
      const giveBack = database.prepare('update capacity set available = available + 1 where plan = ?');

      app.post(
        '/workspaces',
        { schema: { summary: 'Provision a workspace', body: Order, response: { 201: Id, 409: Problem } } },
        ({ body: { customerId, plan } }, reply) => {
          if (take.run(plan).changes === 0) {
            reply.code(409);
            return { error: 'NO_CAPACITY', message: `The plan ${plan} is sold out.` };
          }
          const insert = database.prepare('insert into workspace (customer_id, plan) values (?, ?)');
          reply.code(201);
          return { workspace: `workspace-${insert.run(customerId, plan).lastInsertRowid}` };
        },
      );

      app.delete(
        '/workspaces/:workspace',
        { schema: { summary: 'Remove a workspace', params: Id } },
        ({ params }, reply) => {
          const id = Number(params.workspace.replace('workspace-', ''));
          const removed = database.prepare('delete from workspace where id = ? returning plan').get(id) as
            { plan: string } | undefined;
          if (removed) giveBack.run(removed.plan);
          return reply.code(removed ? 204 : 404).send();
        },
      );
    },
  });
}
