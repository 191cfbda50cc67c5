import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';
import { addInventory } from './inventory';

const Created = z.object({ id: z.string() });

/** Our own data centre: firewalls, load balancers, and the inventory of all environments. It answers when it is done. */
export function startDataCentre(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'data-centre',
    description: 'Firewalls, load balancers, and the inventory.',
    data,
    tables: `
      create table if not exists firewall (id text primary key, environment text, opened text);
      create table if not exists balancer (id text primary key, environment text, firewall text, targets text default '[]');
      create table if not exists inventory (environment text primary key, entry text)`,
    routes(app, database) {
      addInventory(app, database);
      const params = z.object({ id: z.string() });

      const firewall = { body: z.object({ environment: z.string() }), response: { 201: Created } };
      app.post('/firewalls', { schema: firewall }, ({ body: { environment } }, reply) => {
        const id = `fw-${randomUUID().slice(0, 8)}`;
        database.prepare('insert into firewall (id, environment) values (?, ?)').run(id, environment);
        reply.code(201);
        return { id };
      });

      const opened = { params, body: z.object({ to: z.string() }) };
      app.put('/firewalls/:id/opened', { schema: opened }, ({ params: { id }, body: { to } }, reply) => {
        const { changes } = database.prepare('update firewall set opened = ? where id = ?').run(to, id);
        return changes > 0 ? reply.code(204).send() : reply.code(404).send(unknown(id));
      });

      const balancer = {
        body: z.object({ environment: z.string(), firewall: z.string() }),
        response: { 201: Created.extend({ address: z.url() }) },
      };
      app.post('/load-balancers', { schema: balancer }, (request, reply) => {
        const { environment, firewall } = request.body;
        const id = `lb-${randomUUID().slice(0, 8)}`;
        database
          .prepare('insert into balancer (id, environment, firewall) values (?, ?, ?)')
          .run(id, environment, firewall);
        reply.code(201);
        return { id, address: `http://${request.host}/entrance/${id}` };
      });

      const targets = { params, body: z.object({ addresses: z.array(z.string()) }) };
      app.put('/load-balancers/:id/targets', { schema: targets }, ({ params: { id }, body }, reply) => {
        const { changes } = database
          .prepare('update balancer set targets = ? where id = ?')
          .run(JSON.stringify(body.addresses), id);
        return changes > 0 ? reply.code(204).send() : reply.code(404).send(unknown(id));
      });

      for (const [path, table] of [
        ['/firewalls/:id', 'firewall'],
        ['/load-balancers/:id', 'balancer'],
      ] as const) {
        app.get(path, { schema: { params } }, ({ params: { id } }, reply) => {
          const row = database.prepare(`select id from ${table} where id = ?`).get(id);
          return row ? reply.send(row) : reply.code(404).send(unknown(id));
        });
        app.delete(path, { schema: { params } }, ({ params: { id } }, reply) => {
          const { changes } = database.prepare(`delete from ${table} where id = ?`).run(id);
          return reply.code(changes > 0 ? 204 : 404).send();
        });
      }

      // Where the users of an environment come in: through the firewall, to one of the servers.
      app.get('/entrance/:id', { schema: { params } }, ({ params: { id } }, reply) => {
        const row = database
          .prepare(
            'select targets from balancer join firewall on firewall.opened = balancer.id where balancer.id = ?',
          )
          .get(id) as { targets: string } | undefined;
        if (!row) return reply.code(403).send({ error: 'CLOSED', message: 'The firewall lets nobody in.' });
        const [server] = JSON.parse(row.targets) as string[];
        if (server === undefined) return reply.code(502).send({ error: 'EMPTY', message: 'No server.' });
        return reply.send({ hello: server });
      });
    },
  });
}

function unknown(id: string): { error: string; message: string } {
  return { error: 'UNKNOWN', message: `There is no ${id}.` };
}
