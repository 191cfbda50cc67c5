import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Service = z.object({ service: z.string() });
const Deployment = Service.extend({ deployment: z.string() });

/** Where the house's services run. What is deployed with `bad` set makes its service ill; so does too much load. */
export function startPlatform(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'platform',
    description: 'Runs services: deployments, instances, health.',
    data,
    tables: `
      create table if not exists deployment (id text primary key, service text, bad integer default 0);
      create table if not exists instances (service text primary key, running integer, needed integer)`,
    routes(app, database) {
      app.get(
        '/services/:service/deployments',
        {
          schema: {
            summary: 'Deployments, latest first',
            params: Service,
            response: { 200: z.array(z.string()) },
          },
        },
        ({ params }) => {
          const found = database
            .prepare('select id from deployment where service = ? order by rowid desc')
            .all(params.service) as { id: string }[];
          return found.map(({ id }) => id);
        },
      );

      app.post(
        '/services/:service/deployments',
        { schema: { summary: 'Deploy', params: Service, body: z.object({ bad: z.boolean() }) } },
        ({ params: { service }, body: { bad } }, reply) => {
          const { count } = database
            .prepare('select count(*) as count from deployment where service = ?')
            .get(service) as { count: number };
          database
            .prepare('insert into deployment values (?, ?, ?)')
            .run(`${service}-${count + 1}`, service, bad ? 1 : 0);
          return reply.code(204).send();
        },
      );

      app.put(
        '/services/:service/load',
        {
          schema: {
            summary: 'How many instances a service needs, and has',
            params: Service,
            body: z.object({ needed: z.number().int(), running: z.number().int() }),
          },
        },
        ({ params: { service }, body: { needed, running } }, reply) => {
          database.prepare('insert or replace into instances values (?, ?, ?)').run(service, running, needed);
          return reply.code(204).send();
        },
      );

      app.post(
        '/services/:service/deployments/:deployment/rollback',
        {
          schema: {
            summary: 'Go back to the deployment before',
            params: Deployment,
          },
        },
        ({ params: { service, deployment } }, reply) => {
          const { count } = database
            .prepare('select count(*) as count from deployment where service = ?')
            .get(service) as { count: number };
          if (count < 2) {
            return reply
              .code(409)
              .send({ error: 'NOTHING_BEFORE', message: `There is no deployment before ${deployment}.` });
          }
          database.prepare('delete from deployment where id = ? and service = ?').run(deployment, service);
          return reply.code(204).send();
        },
      );

      app.post(
        '/services/:service/instances',
        { schema: { summary: 'Twice as many instances', params: Service } },
        ({ params: { service } }, reply) => {
          database.prepare('update instances set running = running * 2 where service = ?').run(service);
          return reply.code(204).send();
        },
      );

      app.get(
        '/services/:service/health',
        {
          schema: {
            summary: 'How it is',
            params: Service,
            response: { 200: z.object({ healthy: z.boolean() }) },
          },
        },
        ({ params: { service } }) => {
          const { ill } = database
            .prepare(
              `select coalesce((select bad from deployment where service = ? order by rowid desc limit 1), 0)
                 or exists (select 1 from instances where service = ? and running < needed) as ill`,
            )
            .get(service, service) as { ill: number };
          return { healthy: ill === 0 };
        },
      );
    },
  });
}
