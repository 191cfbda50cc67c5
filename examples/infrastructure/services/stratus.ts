import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

export interface Stratus extends HttpService {
  /** From now on it refuses databases with 409, because the account may not have more than these. */
  limit(databases: number): void;
}

const Database = z.object({
  id: z.string(),
  name: z.string(),
  size: z.string(),
  state: z.enum(['creating', 'ready']),
  address: z.string().optional(),
});
const Problem = z.object({ error: z.string(), message: z.string() });

/** How long a database takes to come up, in milliseconds. */
const CREATING_MS = 300;

/** A cloud provider for databases. They take a while, and one has to ask for them. */
export async function startStratus(data?: string): Promise<Stratus> {
  const service = await startHttpService({
    name: 'stratus',
    description: 'Databases. Ask for one until it is ready.',
    data,
    tables: `
      create table if not exists database (id text primary key, name text, size text, readyAt integer);
      create table if not exists quota (databases integer);
      insert into quota select 100 where not exists (select 1 from quota)`,
    routes(app, database) {
      const params = z.object({ id: z.string() });

      const body = z.object({ name: z.string(), size: z.string() });
      const response = { 202: Database, 409: Problem };
      app.post('/databases', { schema: { body, response } }, ({ body: { name, size } }, reply) => {
        const { used } = database.prepare('select count(*) as used from database').get() as { used: number };
        const { databases } = database.prepare('select databases from quota').get() as { databases: number };
        if (used >= databases) {
          reply.code(409);
          return { error: 'QUOTA', message: `Your account has its ${databases} databases already.` };
        }
        const id = `db-${randomUUID().slice(0, 8)}`;
        database
          .prepare('insert into database values (?, ?, ?, ?)')
          .run(id, name, size, Date.now() + CREATING_MS);
        reply.code(202);
        return { id, name, size, state: 'creating' as const };
      });

      const found = { 200: Database, 404: Problem };
      app.get('/databases/:id', { schema: { params, response: found } }, ({ params: { id } }, reply) => {
        const row = database.prepare('select * from database where id = ?').get(id) as
          { name: string; size: string; readyAt: number } | undefined;
        if (!row) {
          reply.code(404);
          return { error: 'UNKNOWN', message: `There is no database ${id}.` };
        }
        const { name, size, readyAt } = row;
        if (Date.now() < readyAt) return { id, name, size, state: 'creating' as const };
        return { id, name, size, state: 'ready' as const, address: `${id}.stratus.example:5432` };
      });

      app.delete('/databases/:id', { schema: { params } }, ({ params: { id } }, reply) => {
        const { changes } = database.prepare('delete from database where id = ?').run(id);
        return reply.code(changes > 0 ? 204 : 404).send();
      });
    },
  });
  return {
    ...service,
    limit: (databases) => service.database.prepare('update quota set databases = ?').run(databases),
  };
}
