import type Database from 'libsql';
import { z } from 'zod';
import type { App } from '../../shared/services/app';
import { Entry } from '../activities/resources';

/** Which environments there are, and what each consists of. */
export function addInventory(app: App, database: Database.Database): void {
  const params = z.object({ environment: z.string() });
  const parsed = (row: unknown) => JSON.parse((row as { entry: string }).entry) as z.infer<typeof Entry>;

  app.get('/inventory', { schema: { response: { 200: z.array(Entry) } } }, () =>
    database.prepare('select entry from inventory order by environment').all().map(parsed),
  );

  app.put('/inventory/:environment', { schema: { params, body: Entry } }, ({ params, body }, reply) => {
    database
      .prepare('insert or replace into inventory values (?, ?)')
      .run(params.environment, JSON.stringify(body));
    return reply.code(204).send();
  });

  app.get('/inventory/:environment', { schema: { params } }, ({ params: { environment } }, reply) => {
    const row = database.prepare('select entry from inventory where environment = ?').get(environment);
    if (row) return reply.send(parsed(row));
    return reply.code(404).send({ error: 'UNKNOWN', message: `There is no environment ${environment}.` });
  });

  app.delete('/inventory/:environment', { schema: { params } }, ({ params: { environment } }, reply) => {
    const { changes } = database.prepare('delete from inventory where environment = ?').run(environment);
    return reply.code(changes > 0 ? 204 : 404).send();
  });
}
