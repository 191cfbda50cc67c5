import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Service = z.object({ service: z.string() });
const Deployment = Service.extend({ deployment: z.string() });

/** Where the house's services run. What is deployed with `bad` set makes its service ill; so does too much load. */
export function startPlatform(): Promise<HttpService> {
  return startHttpService({
    name: 'platform',
    description: 'Runs services: deployments, instances, health.',
    tables: `
      create table if not exists deployment (id text primary key, service text, bad integer default 0);
      create table if not exists instances (service text primary key, running integer, needed integer);
      insert into deployment values ('checkout-41', 'checkout', 0), ('checkout-42', 'checkout', 1),
        ('search-7', 'search', 0);
      insert into instances values ('checkout', 3, 3), ('search', 2, 4)`,
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
              `select exists (select 1 from deployment where service = ? and bad)
                 or exists (select 1 from instances where service = ? and running < needed) as ill`,
            )
            .get(service, service) as { ill: number };
          return { healthy: ill === 0 };
        },
      );
    },
  });
}
