import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Order = z.object({ employeeId: z.string(), role: z.string() });
const Id = z.object({ laptop: z.string() });

/** Asset management: who has which laptop. */
export function startAssets(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'assets',
    description: 'Who has which laptop.',
    data,
    tables: 'create table if not exists laptop (id integer primary key, employee_id text, model text)',
    routes(app, database) {
      app.post(
        '/laptops',
        { schema: { summary: 'Order a laptop', body: Order, response: { 201: Id } } },
        ({ body: { employeeId, role } }, reply) => {
          const insert = database.prepare('insert into laptop (employee_id, model) values (?, ?)');
          const model = role === 'engineer' ? 'workstation' : 'light';
          reply.code(201);
          return { laptop: `laptop-${insert.run(employeeId, model).lastInsertRowid}` };
        },
      );

      app.delete(
        '/laptops/:laptop',
        { schema: { summary: 'Take a laptop back', params: Id } },
        ({ params }, reply) => {
          const id = Number(params.laptop.replace('laptop-', ''));
          const { changes } = database.prepare('delete from laptop where id = ?').run(id);
          return reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
