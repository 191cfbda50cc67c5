import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

export interface Nimbus extends HttpService {
  /** From now on servers beyond these do not come up, for want of machines. */
  limit(servers: number): void;
  /** Takes a server away, as somebody does by hand. */
  remove(name: string): void;
}

const Server = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['starting', 'running', 'failed']),
});
const Problem = z.object({ error: z.string(), message: z.string() });

/** Shared with those who are called back: with it Nimbus signs its calls. */
export const CALLBACK_SECRET = 'only-for-this-example';

/** How long a server takes to come up, in milliseconds. */
const STARTING_MS = 300;

/** A cloud provider for servers. They take a while, and it calls back when one is up, or is not to be had. */
export async function startNimbus(data?: string): Promise<Nimbus> {
  const service = await startHttpService({
    name: 'nimbus',
    description: 'Servers. You are called back when one is up.',
    data,
    tables: `
      create table if not exists server (id text primary key, name text, database text, state text);
      create table if not exists capacity (servers integer);
      insert into capacity select 100 where not exists (select 1 from capacity)`,
    routes(app, database) {
      const params = z.object({ id: z.string() });

      const body = z.object({ name: z.string(), database: z.string(), callback: z.url() });
      const response = { 202: z.object({ id: z.string(), operation: z.string() }) };
      app.post('/servers', { schema: { body, response } }, (request, reply) => {
        const { name, database: address, callback } = request.body;
        const [id, operation] = [`srv-${randomUUID().slice(0, 8)}`, `op-${randomUUID().slice(0, 8)}`];
        const { used } = database
          .prepare(`select count(*) as used from server where state <> 'failed'`)
          .get() as { used: number };
        const { servers } = database.prepare('select servers from capacity').get() as { servers: number };
        const state = used < servers ? 'running' : 'failed';
        database.prepare('insert into server values (?, ?, ?, ?)').run(id, name, address, state);
        request.callBack(
          callback,
          state === 'running'
            ? { operation, id, state, address: `${id}.nimbus.example` }
            : { operation, id, state, reason: `There is no machine left for ${name}.` },
          { after: STARTING_MS, secret: CALLBACK_SECRET },
        );
        reply.code(202);
        return { id, operation };
      });

      const found = { 200: Server, 404: Problem };
      app.get('/servers/:id', { schema: { params, response: found } }, ({ params: { id } }, reply) => {
        const row = database.prepare('select id, name, state from server where id = ?').get(id);
        if (!row) {
          reply.code(404);
          return { error: 'UNKNOWN', message: `There is no server ${id}.` };
        }
        return row as z.infer<typeof Server>;
      });

      app.delete('/servers/:id', { schema: { params } }, ({ params: { id } }, reply) => {
        const { changes } = database.prepare('delete from server where id = ?').run(id);
        return reply.code(changes > 0 ? 204 : 404).send();
      });
    },
  });
  return {
    ...service,
    limit: (servers) => service.database.prepare('update capacity set servers = ?').run(servers),
    remove: (name) => service.database.prepare('delete from server where name = ?').run(name),
  };
}
